"""Works out, fetches or carries out one transaction with dnf, for hearth; or lists what there is.

    dnf-transaction.py refresh|list|newer|solve|download|install|seal CACHE

Reads what is wanted from standard input, a line each: `install NAME`, `remove NAME`, `file PATH`, `replace PATH`,
`authorities PATH`, `erase` (the base may lose packages for it), `offline`; for `newer`, which fetches a package that is
newer, `newer-than EVR`, `from URL`, and `signed` unless the address vouches for what is there; for a new root, where
nothing is installed, `root PATH`, `release NAME`, and `sources PATH`, a directory of .repo files. Its database is to be
sealed once all is installed.
Prints lines of fields with tabs between: `+ NAME EVR ARCH FILE MISSING-BYTES BUILD-TIME`, `- NAME EVR ARCH`,
`? NAME EVR SUMMARY` for what there is, and `source-failed TEXT`; and `= FILE` for what `newer` fetched. Ends with 3 and
the reason on standard error when it cannot be done.

dnf has no output that is meant for programs, but this interface.
"""
import contextlib
import glob
import os
import pathlib
import sqlite3
import sys

import dnf
import dnf.callback
import dnf.exceptions
import dnf.yum.rpmtrans
import rpm


WORDS = ('install', 'remove', 'file', 'replace', 'authorities', 'erase', 'offline', 'newer-than', 'from', 'signed',
         'root', 'release', 'sources')
# What a machine needs to reach the sources of a new root; all else is the root's own.
OF_THE_MACHINE = ('proxy', 'proxy_username', 'proxy_password', 'proxy_auth_method', 'ip_resolve', 'timeout', 'retries',
                  'sslcacert', 'sslverify')


class Refused(Exception):
    pass


class Errors(dnf.yum.rpmtrans.TransactionDisplay):
    """rpm goes on when a script fails after the files are there; what it says then is kept."""

    def __init__(self):
        super().__init__()
        self.messages = []

    def error(self, message):
        self.messages.append(str(message))


def configured(mode, cache, wanted):
    base = dnf.Base()
    if wanted['root']:
        prepare_root(base.conf, wanted)
    else:
        base.conf.read()
    # An installation reads the packages there, and nothing else.
    base.conf.cachedir = '/tmp/cache' if mode == 'install' else cache
    # Where a new root's packages are fetched, /tmp is the machine's.
    base.conf.persistdir = base.conf.logdir = cache if wanted['root'] and mode != 'install' else '/tmp'
    base.conf.keepcache = base.conf.assumeyes = True
    if not wanted['root']:
        base.conf.substitutions.update_from_etc('/')
        base.conf.releasever = base.conf.releasever or dnf.rpm.detect_releasever('/')
    if mode == 'install':
        # The files are given and were checked: no plugin, no source.
        base.conf.install_weak_deps = False
    else:
        if wanted['from']:
            add_repository(base, wanted)
        else:
            base.read_all_repos()
        for repo in base.repos.iter_enabled():
            repo.skip_if_unavailable = False
            if wanted['authorities']:
                repo.sslcacert = wanted['authorities'][0]
    return base


def prepare_root(conf, wanted):
    machine = dnf.conf.MainConf()
    machine.read()
    for name in OF_THE_MACHINE:
        setattr(conf, name, getattr(machine, name))
    conf.installroot = wanted['root'][0]
    conf.releasever = wanted['release'][0]
    conf.reposdir = wanted['sources']
    conf.install_weak_deps = False


def add_repository(base, wanted):
    keys = ['file://' + file for file in sorted(glob.glob('/etc/pki/rpm-gpg/*'))]
    base.repos.add_new_repo(
        'update-from', base.conf, baseurl=wanted['from'], gpgcheck=bool(wanted['signed']), gpgkey=keys,
        metadata_expire=0)


def load(base, offline):
    """Loads each source for itself, so that one that does not answer leaves the others."""
    failed = []
    repos = list(base.repos.iter_enabled())
    for repo in repos:
        if offline:
            # Old lists are better than none.
            repo._repo.setSyncStrategy(dnf.repo.SYNC_ONLY_CACHE)
        else:
            # Else lists of the last two days are taken for new.
            repo._repo.expire()
        try:
            repo.load()
        except dnf.exceptions.RepoError as error:
            failed.append(str(error).replace('\n', ' '))
            repo.disable()
    return failed, len(failed) < len(repos) or not repos


def mark(base, wanted):
    files = base.add_remote_rpms(wanted['file'] + wanted['replace'], strict=True)
    for package in files:
        there = base.sack.query().installed().filterm(name=package.name, arch=package.arch).run()
        if there and package.evr_lt(there[0]):
            base.package_downgrade(package, strict=True)
        elif there and package.evr_eq(there[0]):
            base.package_reinstall(package)
        else:
            base.package_install(package, strict=True)
    for name in wanted['install']:
        try:
            base.install(name, strict=True)
        except dnf.exceptions.MarkingError:
            raise Refused('No source has a package %s' % name)
    for name in wanted['remove']:
        base.remove(name)


def print_transaction(base):
    for package in sorted(base.transaction.install_set):
        file = package.localPkg()
        there = os.path.exists(file) and os.path.getsize(file) == package.downloadsize
        missing = 0 if there or package.reponame == '@commandline' else package.downloadsize
        print('+', package.name, package.evr, package.arch, file, missing, package.buildtime, sep='\t')
    for package in sorted(base.transaction.remove_set):
        print('-', package.name, package.evr, package.arch, sep='\t')


def print_available(base):
    for package in base.sack.query().available().latest(1):
        print('?', package.name, package.evr, (package.summary or '').replace('\n', ' '), sep='\t')


def fetch(base):
    take(base, [each for each in base.transaction.install_set if each.reponame != '@commandline'])


def take(base, packages):
    base.download_packages(packages)
    for package in packages:
        result, error = base.package_signature_check(package)
        if result == 1:
            # Only keys that the tree's own configuration names are taken.
            base.package_import_key(package)
            result, error = base.package_signature_check(package)
        if result != 0:
            raise Refused(error)


def fetch_newer(base, failed, wanted):
    if failed:
        raise Refused(failed[0])
    base.fill_sack(load_system_repo=False)
    found = base.sack.query().available().filterm(name=wanted['install'][0]).latest(1).run()
    if not found:
        raise Refused('There is no package %s' % wanted['install'][0])
    if base.sack.evr_cmp(found[0].evr, wanted['newer-than'][0]) > 0:
        take(base, found[:1])
        print('=', found[0].localPkg())


def prepare_scripts():
    if tuple(int(part) for part in rpm.__version__.split('.')[:2]) < (4, 18):
        raise Refused('rpm %s notes the time of each installation; rpm 4.18 can leave that out' % rpm.__version__)
    # rpm has found its macros by now; below the new root there is no such home.
    os.environ['HOME'] = '/root'


def seal(root):
    """Makes rpm's database one file again: with the log that rpm keeps beside it, nobody could read it in a /usr that
    cannot be written."""
    path = pathlib.Path(root + rpm.expandMacro('%{_dbpath}') + '/rpmdb.sqlite')
    with contextlib.closing(sqlite3.connect(path.as_uri() + '?mode=rw', uri=True)) as database:
        database.execute('PRAGMA journal_mode = DELETE')


def carry_out(base):
    errors = Errors()
    base.do_transaction(display=[errors])
    if errors.messages:
        raise Refused('; '.join(errors.messages))


def main(mode, cache):
    wanted = {word: [] for word in WORDS}
    for line in filter(None, sys.stdin.read().split('\n')):
        word, _, value = line.partition(' ')
        wanted[word].append(value)
    if mode == 'seal':
        seal(wanted['root'][0])
        return 0
    with configured(mode, cache, wanted) as base:
        failed, answered = load(base, offline=mode not in ('refresh', 'newer') or bool(wanted['offline']))
        if mode == 'newer':
            fetch_newer(base, failed, wanted)
            return 0
        if mode == 'refresh':
            for each in failed:
                print('source-failed', each, sep='\t')
            return 0 if answered else 4
        base.fill_sack(load_system_repo=not wanted['root'])
        if mode == 'list':
            print_available(base)
            return 0
        mark(base, wanted)
        base.resolve(allow_erasing=bool(wanted['erase']))
        if mode == 'solve':
            print_transaction(base)
        elif mode == 'download':
            fetch(base)
        else:
            if wanted['root']:
                prepare_scripts()
            carry_out(base)
    return 0


if __name__ == '__main__':
    try:
        sys.exit(main(sys.argv[1], sys.argv[2]))
    except (Refused, dnf.exceptions.Error) as error:
        print(str(error), file=sys.stderr)
        sys.exit(3)
