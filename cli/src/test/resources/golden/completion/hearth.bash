# Completion of hearth's command lines in bash.

_hearth_is_group() {
    case $1 in 'home' | 'image' | 'ide' | 'os' | 'os override' | 'os health') return 0 ;; esac
    return 1
}

# Prints the words to offer, then what else may stand there.
_hearth_table() {
    case "$1 $2" in
        'enter --image') printf '%s\n' '' images; return ;;
        'enter --distro') printf '%s\n' '' distros; return ;;
        'enter --release') printf '%s\n' '' nothing; return ;;
        'enter --home') printf '%s\n' '' files; return ;;
        'enter --volume') printf '%s\n' '' files; return ;;
        'enter --env') printf '%s\n' '' nothing; return ;;
        'enter --package') printf '%s\n' '' nothing; return ;;
        'enter --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'enter --publish') printf '%s\n' '' nothing; return ;;
        'enter --device') printf '%s\n' '' files; return ;;
        'enter --memory') printf '%s\n' '' nothing; return ;;
        'enter --cpus') printf '%s\n' '' nothing; return ;;
        'enter --platform') printf '%s\n' '' nothing; return ;;
        'enter --hostname') printf '%s\n' '' nothing; return ;;
        'enter --label') printf '%s\n' '' nothing; return ;;
        'enter --idle-stop') printf '%s\n' '' nothing; return ;;
        'run -c' | 'run --container') printf '%s\n' '' pets; return ;;
        'ephemeral --image') printf '%s\n' '' images; return ;;
        'ephemeral --distro') printf '%s\n' '' distros; return ;;
        'ephemeral --release') printf '%s\n' '' nothing; return ;;
        'ephemeral --home') printf '%s\n' '' files; return ;;
        'ephemeral --volume') printf '%s\n' '' files; return ;;
        'ephemeral --env') printf '%s\n' '' nothing; return ;;
        'ephemeral --package') printf '%s\n' '' nothing; return ;;
        'ephemeral --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'ephemeral --publish') printf '%s\n' '' nothing; return ;;
        'ephemeral --device') printf '%s\n' '' files; return ;;
        'ephemeral --memory') printf '%s\n' '' nothing; return ;;
        'ephemeral --cpus') printf '%s\n' '' nothing; return ;;
        'ephemeral --platform') printf '%s\n' '' nothing; return ;;
        'ephemeral --hostname') printf '%s\n' '' nothing; return ;;
        'ephemeral --label') printf '%s\n' '' nothing; return ;;
        'ephemeral --idle-stop') printf '%s\n' '' nothing; return ;;
        'create --image') printf '%s\n' '' images; return ;;
        'create --distro') printf '%s\n' '' distros; return ;;
        'create --release') printf '%s\n' '' nothing; return ;;
        'create --home') printf '%s\n' '' files; return ;;
        'create --volume') printf '%s\n' '' files; return ;;
        'create --env') printf '%s\n' '' nothing; return ;;
        'create --package') printf '%s\n' '' nothing; return ;;
        'create --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'create --publish') printf '%s\n' '' nothing; return ;;
        'create --device') printf '%s\n' '' files; return ;;
        'create --memory') printf '%s\n' '' nothing; return ;;
        'create --cpus') printf '%s\n' '' nothing; return ;;
        'create --platform') printf '%s\n' '' nothing; return ;;
        'create --hostname') printf '%s\n' '' nothing; return ;;
        'create --label') printf '%s\n' '' nothing; return ;;
        'create --idle-stop') printf '%s\n' '' nothing; return ;;
        'create --sysroot') printf '%s\n' '' files; return ;;
        'create --devcontainer') printf '%s\n' '' files; return ;;
        'create --allow') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'list --format') printf '%s\n' 'table json' nothing; return ;;
        'ls --format') printf '%s\n' 'table json' nothing; return ;;
        'show --format') printf '%s\n' 'table json' nothing; return ;;
        'stop -t' | 'stop --time') printf '%s\n' '' nothing; return ;;
        'restart -t' | 'restart --time') printf '%s\n' '' nothing; return ;;
        'home diff --format') printf '%s\n' 'table json' nothing; return ;;
        'home merge --format') printf '%s\n' 'table json' nothing; return ;;
        'home discard --format') printf '%s\n' 'table json' nothing; return ;;
        'edit --home') printf '%s\n' '' files; return ;;
        'edit --volume') printf '%s\n' '' files; return ;;
        'edit --no-volume') printf '%s\n' '' nothing; return ;;
        'edit --env') printf '%s\n' '' nothing; return ;;
        'edit --no-env') printf '%s\n' '' nothing; return ;;
        'edit --unshare') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'edit --share') printf '%s\n' 'net ipc pid uts cgroup devices' nothing; return ;;
        'edit --publish') printf '%s\n' '' nothing; return ;;
        'edit --no-publish') printf '%s\n' '' nothing; return ;;
        'edit --device') printf '%s\n' '' files; return ;;
        'edit --no-device') printf '%s\n' '' files; return ;;
        'edit --memory') printf '%s\n' '' nothing; return ;;
        'edit --cpus') printf '%s\n' '' nothing; return ;;
        'edit --hostname') printf '%s\n' '' nothing; return ;;
        'edit --label') printf '%s\n' '' nothing; return ;;
        'edit --no-label') printf '%s\n' '' nothing; return ;;
        'edit --idle-stop') printf '%s\n' '' nothing; return ;;
        'edit -t' | 'edit --time') printf '%s\n' '' nothing; return ;;
        'edit --format') printf '%s\n' 'table json' nothing; return ;;
        'install -c' | 'install --container') printf '%s\n' '' pets; return ;;
        'install --sysroot') printf '%s\n' '' files; return ;;
        'install -t' | 'install --time') printf '%s\n' '' nothing; return ;;
        'install --format') printf '%s\n' 'table json' nothing; return ;;
        'uninstall -c' | 'uninstall --container') printf '%s\n' '' pets; return ;;
        'uninstall -t' | 'uninstall --time') printf '%s\n' '' nothing; return ;;
        'uninstall --format') printf '%s\n' 'table json' nothing; return ;;
        'remove -c' | 'remove --container') printf '%s\n' '' pets; return ;;
        'remove -t' | 'remove --time') printf '%s\n' '' nothing; return ;;
        'remove --format') printf '%s\n' 'table json' nothing; return ;;
        'upgrade --sysroot') printf '%s\n' '' files; return ;;
        'upgrade -t' | 'upgrade --time') printf '%s\n' '' nothing; return ;;
        'upgrade --format') printf '%s\n' 'table json' nothing; return ;;
        'rebase --image') printf '%s\n' '' images; return ;;
        'rebase --distro') printf '%s\n' '' distros; return ;;
        'rebase --release') printf '%s\n' '' nothing; return ;;
        'rebase --sysroot') printf '%s\n' '' files; return ;;
        'rebase --carry') printf '%s\n' '' nothing; return ;;
        'rebase -t' | 'rebase --time') printf '%s\n' '' nothing; return ;;
        'rebase --format') printf '%s\n' 'table json' nothing; return ;;
        'search -c' | 'search --container') printf '%s\n' '' pets; return ;;
        'search --format') printf '%s\n' 'table json' nothing; return ;;
        'provides --format') printf '%s\n' 'table json' nothing; return ;;
        'snapshot --label') printf '%s\n' '' nothing; return ;;
        'snapshot -t' | 'snapshot --time') printf '%s\n' '' nothing; return ;;
        'snapshot --format') printf '%s\n' 'table json' nothing; return ;;
        'history --format') printf '%s\n' 'table json' nothing; return ;;
        'diff --format') printf '%s\n' 'table json' nothing; return ;;
        'rollback --everything') printf '%s\n' '' nothing; return ;;
        'rollback --sysroot') printf '%s\n' '' files; return ;;
        'rollback -t' | 'rollback --time') printf '%s\n' '' nothing; return ;;
        'rollback --format') printf '%s\n' 'table json' nothing; return ;;
        'prune --keep') printf '%s\n' '' nothing; return ;;
        'prune --keep-days') printf '%s\n' '' nothing; return ;;
        'prune --format') printf '%s\n' 'table json' nothing; return ;;
        'logs -n' | 'logs --lines') printf '%s\n' '' nothing; return ;;
        'env --format') printf '%s\n' 'table json' nothing; return ;;
        'host --directory') printf '%s\n' '' files; return ;;
        'host --env') printf '%s\n' '' nothing; return ;;
        'host --link') printf '%s\n' '' nothing; return ;;
        'host --unlink') printf '%s\n' '' nothing; return ;;
        'host -c' | 'host --container') printf '%s\n' '' pets; return ;;
        'host --format') printf '%s\n' 'table json' nothing; return ;;
        'image list --format') printf '%s\n' 'table json' nothing; return ;;
        'image ls --format') printf '%s\n' 'table json' nothing; return ;;
        'image show --format') printf '%s\n' 'table json' nothing; return ;;
        'image pull --distro') printf '%s\n' '' distros; return ;;
        'image pull --release') printf '%s\n' '' nothing; return ;;
        'image pull --platform') printf '%s\n' '' nothing; return ;;
        'image build --distro') printf '%s\n' '' distros; return ;;
        'image build --release') printf '%s\n' '' nothing; return ;;
        'export -c' | 'export --container') printf '%s\n' '' pets; return ;;
        'export --as') printf '%s\n' '' nothing; return ;;
        'export --format') printf '%s\n' 'table json' nothing; return ;;
        'unexport -c' | 'unexport --container') printf '%s\n' '' pets; return ;;
        'demote --to') printf '%s\n' '' pets; return ;;
        'demote --undo') printf '%s\n' '' nothing; return ;;
        'demote --sysroot') printf '%s\n' '' files; return ;;
        'demote -t' | 'demote --time') printf '%s\n' '' nothing; return ;;
        'demote --format') printf '%s\n' 'table json' nothing; return ;;
        'promote -c' | 'promote --container') printf '%s\n' '' pets; return ;;
        'promote --undo') printf '%s\n' '' nothing; return ;;
        'promote --sysroot') printf '%s\n' '' files; return ;;
        'promote -t' | 'promote --time') printf '%s\n' '' nothing; return ;;
        'promote --format') printf '%s\n' 'table json' nothing; return ;;
        'apply -t' | 'apply --time') printf '%s\n' '' nothing; return ;;
        'apply --format') printf '%s\n' 'table json' nothing; return ;;
        'freeze --file') printf '%s\n' '' files; return ;;
        'clone -t' | 'clone --time') printf '%s\n' '' nothing; return ;;
        'clone --format') printf '%s\n' 'table json' nothing; return ;;
        'export-pet -t' | 'export-pet --time') printf '%s\n' '' nothing; return ;;
        'push -t' | 'push --time') printf '%s\n' '' nothing; return ;;
        'df --format') printf '%s\n' 'table json' nothing; return ;;
        'trust --sha256') printf '%s\n' '' nothing; return ;;
        'trust --format') printf '%s\n' 'table json' nothing; return ;;
        'status --sysroot') printf '%s\n' '' files; return ;;
        'status --format') printf '%s\n' 'table json' nothing; return ;;
        'ide ssh --format') printf '%s\n' 'table json' nothing; return ;;
        'ide terminal --for') printf '%s\n' '' nothing; return ;;
        'ide terminal --format') printf '%s\n' 'table json' nothing; return ;;
        'ide devcontainer --format') printf '%s\n' 'table json' nothing; return ;;
        'ide emacs --format') printf '%s\n' 'table json' nothing; return ;;
        'ide toolchain --format') printf '%s\n' 'table json' nothing; return ;;
        'ide vscode --for') printf '%s\n' '' nothing; return ;;
        'ide vscode --format') printf '%s\n' 'table json' nothing; return ;;
        'top --interval') printf '%s\n' '' nothing; return ;;
        'top --format') printf '%s\n' 'table json' nothing; return ;;
        'os --sysroot') printf '%s\n' '' files; return ;;
        'os status --format') printf '%s\n' 'table json' nothing; return ;;
        'os status --sysroot') printf '%s\n' '' files; return ;;
        'os upgrade --reason') printf '%s\n' '' nothing; return ;;
        'os upgrade --format') printf '%s\n' 'table json' nothing; return ;;
        'os upgrade --sysroot') printf '%s\n' '' files; return ;;
        'os rollback --etc') printf '%s\n' 'old current merged' nothing; return ;;
        'os rollback --reason') printf '%s\n' '' nothing; return ;;
        'os rollback --format') printf '%s\n' 'table json' nothing; return ;;
        'os rollback --sysroot') printf '%s\n' '' files; return ;;
        'os rebase --reason') printf '%s\n' '' nothing; return ;;
        'os rebase --format') printf '%s\n' 'table json' nothing; return ;;
        'os rebase --sysroot') printf '%s\n' '' files; return ;;
        'os deploy --reason') printf '%s\n' '' nothing; return ;;
        'os deploy --format') printf '%s\n' 'table json' nothing; return ;;
        'os deploy --sysroot') printf '%s\n' '' files; return ;;
        'os install --update-from') printf '%s\n' '' nothing; return ;;
        'os install --reason') printf '%s\n' '' nothing; return ;;
        'os install --format') printf '%s\n' 'table json' nothing; return ;;
        'os install --sysroot') printf '%s\n' '' files; return ;;
        'os uninstall --reason') printf '%s\n' '' nothing; return ;;
        'os uninstall --format') printf '%s\n' 'table json' nothing; return ;;
        'os uninstall --sysroot') printf '%s\n' '' files; return ;;
        'os remove --reason') printf '%s\n' '' nothing; return ;;
        'os remove --format') printf '%s\n' 'table json' nothing; return ;;
        'os remove --sysroot') printf '%s\n' '' files; return ;;
        'os override --sysroot') printf '%s\n' '' files; return ;;
        'os override remove --reason') printf '%s\n' '' nothing; return ;;
        'os override remove --format') printf '%s\n' 'table json' nothing; return ;;
        'os override remove --sysroot') printf '%s\n' '' files; return ;;
        'os override replace --reason') printf '%s\n' '' nothing; return ;;
        'os override replace --format') printf '%s\n' 'table json' nothing; return ;;
        'os override replace --sysroot') printf '%s\n' '' files; return ;;
        'os override reset --reason') printf '%s\n' '' nothing; return ;;
        'os override reset --format') printf '%s\n' 'table json' nothing; return ;;
        'os override reset --sysroot') printf '%s\n' '' files; return ;;
        'os reset --reason') printf '%s\n' '' nothing; return ;;
        'os reset --format') printf '%s\n' 'table json' nothing; return ;;
        'os reset --sysroot') printf '%s\n' '' files; return ;;
        'os pin --reason') printf '%s\n' '' nothing; return ;;
        'os pin --format') printf '%s\n' 'table json' nothing; return ;;
        'os pin --sysroot') printf '%s\n' '' files; return ;;
        'os unpin --reason') printf '%s\n' '' nothing; return ;;
        'os unpin --format') printf '%s\n' 'table json' nothing; return ;;
        'os unpin --sysroot') printf '%s\n' '' files; return ;;
        'os undeploy --reason') printf '%s\n' '' nothing; return ;;
        'os undeploy --format') printf '%s\n' 'table json' nothing; return ;;
        'os undeploy --sysroot') printf '%s\n' '' files; return ;;
        'os cleanup --reason') printf '%s\n' '' nothing; return ;;
        'os cleanup --format') printf '%s\n' 'table json' nothing; return ;;
        'os cleanup --sysroot') printf '%s\n' '' files; return ;;
        'os kargs --append') printf '%s\n' '' nothing; return ;;
        'os kargs --replace') printf '%s\n' '' nothing; return ;;
        'os kargs --delete') printf '%s\n' '' nothing; return ;;
        'os kargs --deployment') printf '%s\n' '' deployments; return ;;
        'os kargs --reason') printf '%s\n' '' nothing; return ;;
        'os kargs --format') printf '%s\n' 'table json' nothing; return ;;
        'os kargs --sysroot') printf '%s\n' '' files; return ;;
        'os diff --format') printf '%s\n' 'table json' nothing; return ;;
        'os diff --sysroot') printf '%s\n' '' files; return ;;
        'os history -n' | 'os history --limit') printf '%s\n' '' nothing; return ;;
        'os history --format') printf '%s\n' 'table json' nothing; return ;;
        'os history --sysroot') printf '%s\n' '' files; return ;;
        'os config-diff --format') printf '%s\n' 'table json' nothing; return ;;
        'os config-diff --sysroot') printf '%s\n' '' files; return ;;
        'os config-merge --format') printf '%s\n' 'table json' nothing; return ;;
        'os config-merge --sysroot') printf '%s\n' '' files; return ;;
        'os search --format') printf '%s\n' 'table json' nothing; return ;;
        'os search --sysroot') printf '%s\n' '' files; return ;;
        'os auto --on-metered') printf '%s\n' '' nothing; return ;;
        'os auto --on-battery') printf '%s\n' '' nothing; return ;;
        'os auto --window') printf '%s\n' '' nothing; return ;;
        'os auto --reason') printf '%s\n' '' nothing; return ;;
        'os auto --format') printf '%s\n' 'table json' nothing; return ;;
        'os auto --sysroot') printf '%s\n' '' files; return ;;
        'os health --format') printf '%s\n' 'table json' nothing; return ;;
        'os health --sysroot') printf '%s\n' '' files; return ;;
        'os health enable --reason') printf '%s\n' '' nothing; return ;;
        'os health enable --format') printf '%s\n' 'table json' nothing; return ;;
        'os health enable --sysroot') printf '%s\n' '' files; return ;;
        'os health disable --reason') printf '%s\n' '' nothing; return ;;
        'os health disable --format') printf '%s\n' 'table json' nothing; return ;;
        'os health disable --sysroot') printf '%s\n' '' files; return ;;
        'os health run --format') printf '%s\n' 'table json' nothing; return ;;
        'os health run --sysroot') printf '%s\n' '' files; return ;;
        'os health add --pet') printf '%s\n' '' pets; return ;;
        'os health add --user') printf '%s\n' '' nothing; return ;;
        'os health add --reason') printf '%s\n' '' nothing; return ;;
        'os health add --format') printf '%s\n' 'table json' nothing; return ;;
        'os health add --sysroot') printf '%s\n' '' files; return ;;
        'os health forget --sysroot') printf '%s\n' '' files; return ;;
        'os try --time') printf '%s\n' '' nothing; return ;;
        'os try --work') printf '%s\n' '' files; return ;;
        'os try --format') printf '%s\n' 'table json' nothing; return ;;
        'os try --sysroot') printf '%s\n' '' files; return ;;
        'os check --format') printf '%s\n' 'table json' nothing; return ;;
        'os check --sysroot') printf '%s\n' '' files; return ;;
        'os advise --format') printf '%s\n' 'table json' nothing; return ;;
        'os advise --sysroot') printf '%s\n' '' files; return ;;
        'os apply-live --reason') printf '%s\n' '' nothing; return ;;
        'os apply-live --format') printf '%s\n' 'table json' nothing; return ;;
        'os apply-live --sysroot') printf '%s\n' '' files; return ;;
        'os finish --sysroot') printf '%s\n' '' files; return ;;
        'os unlock --reason') printf '%s\n' '' nothing; return ;;
        'os unlock --format') printf '%s\n' 'table json' nothing; return ;;
        'os unlock --sysroot') printf '%s\n' '' files; return ;;
        'os cancel --reason') printf '%s\n' '' nothing; return ;;
        'os cancel --format') printf '%s\n' 'table json' nothing; return ;;
        'os cancel --sysroot') printf '%s\n' '' files; return ;;
        'os compose --repo') printf '%s\n' '' files; return ;;
        'os compose --cache') printf '%s\n' '' files; return ;;
        'os compose --format') printf '%s\n' 'table json' nothing; return ;;
        'os compose --sysroot') printf '%s\n' '' files; return ;;
        'os sign --repo') printf '%s\n' '' files; return ;;
        'os sign --key') printf '%s\n' '' nothing; return ;;
        'os sign --gnupg-home') printf '%s\n' '' files; return ;;
        'os sign --sysroot') printf '%s\n' '' files; return ;;
        'os delta --repo') printf '%s\n' '' files; return ;;
        'os delta --from') printf '%s\n' '' nothing; return ;;
        'os delta --sysroot') printf '%s\n' '' files; return ;;
        'os gate --check') printf '%s\n' '' files; return ;;
        'os gate --time') printf '%s\n' '' nothing; return ;;
        'os gate --check-time') printf '%s\n' '' nothing; return ;;
        'os gate --repo') printf '%s\n' '' files; return ;;
        'os gate --key') printf '%s\n' '' nothing; return ;;
        'os gate --gnupg-home') printf '%s\n' '' files; return ;;
        'os gate --format') printf '%s\n' 'table json' nothing; return ;;
        'os gate --sysroot') printf '%s\n' '' files; return ;;
        'os release --over') printf '%s\n' '' nothing; return ;;
        'os release --repo') printf '%s\n' '' files; return ;;
        'os release --key') printf '%s\n' '' nothing; return ;;
        'os release --gnupg-home') printf '%s\n' '' files; return ;;
        'os release --sysroot') printf '%s\n' '' files; return ;;
        'os withdraw --reason') printf '%s\n' '' nothing; return ;;
        'os withdraw --repo') printf '%s\n' '' files; return ;;
        'os withdraw --key') printf '%s\n' '' nothing; return ;;
        'os withdraw --gnupg-home') printf '%s\n' '' files; return ;;
        'os withdraw --sysroot') printf '%s\n' '' files; return ;;
        'os publish --valid') printf '%s\n' '' nothing; return ;;
        'os publish --repo') printf '%s\n' '' files; return ;;
        'os publish --key') printf '%s\n' '' nothing; return ;;
        'os publish --gnupg-home') printf '%s\n' '' files; return ;;
        'os publish --format') printf '%s\n' 'table json' nothing; return ;;
        'os publish --sysroot') printf '%s\n' '' files; return ;;
        'os serve --port') printf '%s\n' '' nothing; return ;;
        'os serve --sysroot') printf '%s\n' '' files; return ;;
        'os rollout --machines') printf '%s\n' '' nothing; return ;;
        'os rollout --over') printf '%s\n' '' nothing; return ;;
        'os rollout --breaks') printf '%s\n' '' nothing; return ;;
        'os rollout --reported') printf '%s\n' '' nothing; return ;;
        'os rollout --reports') printf '%s\n' '' nothing; return ;;
        'os rollout --report-after') printf '%s\n' '' nothing; return ;;
        'os rollout --reaction') printf '%s\n' '' nothing; return ;;
        'os rollout --seed') printf '%s\n' '' nothing; return ;;
        'os rollout --format') printf '%s\n' 'table json' nothing; return ;;
        'os rollout --sysroot') printf '%s\n' '' files; return ;;
        'doctor --for') printf '%s\n' '' nothing; return ;;
        'doctor --format') printf '%s\n' 'table json' nothing; return ;;
        'engine --format') printf '%s\n' 'table json' nothing; return ;;
        'setup --for') printf '%s\n' '' nothing; return ;;
        'config --format') printf '%s\n' 'table json' nothing; return ;;
        *' --engine') printf '%s\n' 'docker podman' nothing; return ;;
        *' --color') printf '%s\n' 'auto always never' nothing; return ;;
    esac
    case $1 in
        '') printf '%s\n' 'enter run ephemeral create list ls show start stop restart rm home edit install uninstall remove upgrade rebase search provides snapshot history diff rollback prune pin unpin rename default logs env host image export unexport demote promote apply freeze clone export-pet import-pet push pull df trust status ide shell top os doctor engine setup config completion version help -y --yes -v --verbose --engine --color -h --help -V --version' nothing ;;
        'enter') printf '%s\n' '--rm --image --distro --release --home --volume --env --package --init --unshare --publish --device --with-engine --memory --cpus --platform --hostname --label --autostart --idle-stop -y --yes -v --verbose --engine --color -h --help' pets ;;
        'run') printf '%s\n' '-c --container -y --yes -v --verbose --engine --color -h --help' commands ;;
        'ephemeral') printf '%s\n' '--image --distro --release --home --volume --env --package --init --unshare --publish --device --with-engine --memory --cpus --platform --hostname --label --autostart --idle-stop -y --yes -v --verbose --engine --color -h --help' commands ;;
        'create') printf '%s\n' '--image --distro --release --home --volume --env --package --init --unshare --publish --device --with-engine --memory --cpus --platform --hostname --label --autostart --idle-stop --from-base --sysroot --devcontainer --allow --dry-run -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'list') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'ls') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'show') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'start') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'stop') printf '%s\n' '-t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'restart') printf '%s\n' '-t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'rm') printf '%s\n' '-f --force --dry-run -y --yes -v --verbose --engine --color -h --help' pets ;;
        'home') printf '%s\n' 'diff merge discard -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'home diff') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'home merge') printf '%s\n' '--keep-home --take-pet --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'home discard') printf '%s\n' '--dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'edit') printf '%s\n' '--home --volume --no-volume --env --no-env --init --no-init --unshare --share --publish --no-publish --device --no-device --with-engine --without-engine --memory --no-memory --cpus --no-cpus --hostname --no-hostname --label --no-label --autostart --no-autostart --idle-stop --no-idle-stop -t --time --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'install') printf '%s\n' '-c --container --sysroot --dry-run -q --quiet -t --time --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'uninstall') printf '%s\n' '-c --container --dry-run -q --quiet -t --time --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'remove') printf '%s\n' '-c --container --dry-run -q --quiet -t --time --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'upgrade') printf '%s\n' '--all --everything --sysroot --dry-run -q --quiet -t --time --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'rebase') printf '%s\n' '--image --distro --release --from-base --sysroot --carry --skip-missing --dry-run -q --quiet -t --time --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'search') printf '%s\n' '-c --container --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'provides') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'snapshot') printf '%s\n' '--label --pin -t --time --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'history') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'diff') printf '%s\n' '--files --all --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'rollback') printf '%s\n' '--everything --sysroot -t --time --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'prune') printf '%s\n' '--all --keep --keep-days --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'pin') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'unpin') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'rename') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' pets ;;
        'default') printf '%s\n' '--unset -y --yes -v --verbose --engine --color -h --help' pets ;;
        'logs') printf '%s\n' '-n --lines -y --yes -v --verbose --engine --color -h --help' pets ;;
        'env') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'host') printf '%s\n' '--directory --env --link --unlink --links -c --container --log --format -y --yes -v --verbose --engine --color -h --help' commands ;;
        'image') printf '%s\n' 'list ls show pull build rm -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image list') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image ls') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image show') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' images ;;
        'image pull') printf '%s\n' '--distro --release --platform -y --yes -v --verbose --engine --color -h --help' images ;;
        'image build') printf '%s\n' '--distro --release --bootstrap -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'image rm') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' images ;;
        'export') printf '%s\n' 'app bin service -c --container --as --pet --list --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'unexport') printf '%s\n' 'app bin service -c --container -y --yes -v --verbose --engine --color -h --help' exports ;;
        'demote') printf '%s\n' '--to --anyway --undo --dry-run -q --quiet --sysroot -t --time --format -y --yes -v --verbose --engine --color -h --help' requests ;;
        'promote') printf '%s\n' '-c --container --undo --dry-run -q --quiet --sysroot -t --time --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'apply') printf '%s\n' '--prune --locked --dry-run -t --time --format -y --yes -v --verbose --engine --color -h --help' files ;;
        'freeze') printf '%s\n' '--file --dry-run -y --yes -v --verbose --engine --color -h --help' pets ;;
        'clone') printf '%s\n' '-t --time --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'export-pet') printf '%s\n' '--no-history -t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'import-pet') printf '%s\n' '--plain -y --yes -v --verbose --engine --color -h --help' files ;;
        'push') printf '%s\n' '--no-history -t --time -y --yes -v --verbose --engine --color -h --help' pets ;;
        'pull') printf '%s\n' '--plain -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'df') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'trust') printf '%s\n' '--sha256 --list --revoke --format -y --yes -v --verbose --engine --color -h --help' files ;;
        'status') printf '%s\n' '--drift --sysroot --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'ide') printf '%s\n' 'ssh terminal devcontainer emacs toolchain vscode -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'ide ssh') printf '%s\n' '--remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'ide terminal') printf '%s\n' '--for --remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'ide devcontainer') printf '%s\n' '--remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'ide emacs') printf '%s\n' '--remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'ide toolchain') printf '%s\n' '--remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'ide vscode') printf '%s\n' '--for --remove --dry-run --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'shell') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' nothing ;;
        'top') printf '%s\n' '--interval --once --format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os') printf '%s\n' 'status upgrade rollback rebase deploy install uninstall remove override reset pin unpin undeploy cleanup kargs diff history config-diff config-merge search auto health try check advise apply-live finish unlock cancel compose sign delta gate release withdraw publish serve rollout --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os status') printf '%s\n' '--format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os upgrade') printf '%s\n' '--check --preview --download-only -C --cache-only --allow-downgrade --strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os rollback') printf '%s\n' '--etc --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os rebase') printf '%s\n' '--strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os deploy') printf '%s\n' '--strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os install') printf '%s\n' '--update-from -C --cache-only --strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os uninstall') printf '%s\n' '-C --cache-only --strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' requests ;;
        'os remove') printf '%s\n' '-C --cache-only --strict --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' requests ;;
        'os override') printf '%s\n' 'remove replace reset --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os override remove') printf '%s\n' '--dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os override replace') printf '%s\n' '--dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' files ;;
        'os override reset') printf '%s\n' '--all --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os reset') printf '%s\n' '-l --layers -o --overrides -i --initramfs --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os pin') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' deployments ;;
        'os unpin') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' deployments ;;
        'os undeploy') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' deployments ;;
        'os cleanup') printf '%s\n' '-p --pending -r --rollback -b --temporary -m --metadata --dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os kargs') printf '%s\n' '--append --replace --delete --deployment --dry-run --reason --format --skip-checks --reboot --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os diff') printf '%s\n' '--files --format --sysroot -y --yes -v --verbose --engine --color -h --help' deployments ;;
        'os history') printf '%s\n' '-n --limit --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os config-diff') printf '%s\n' '--format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os config-merge') printf '%s\n' '--keep --take --edit --format --sysroot -y --yes -v --verbose --engine --color -h --help' files ;;
        'os search') printf '%s\n' '--format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os auto') printf '%s\n' 'status none check stage apply --on-metered --on-battery --window --dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health') printf '%s\n' 'enable disable run add forget --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health enable') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health disable') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health run') printf '%s\n' '--again --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health add') printf '%s\n' '--pet --user --wanted --dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os health forget') printf '%s\n' '--sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os try') printf '%s\n' '--kvm --time --work --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os check') printf '%s\n' '--format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os advise') printf '%s\n' '--format --sysroot -y --yes -v --verbose --engine --color -h --help' requests ;;
        'os apply-live') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os finish') printf '%s\n' '--sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os unlock') printf '%s\n' '--hotfix --dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os cancel') printf '%s\n' '--dry-run --reason --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os compose') printf '%s\n' '--repo --dry-run --cache --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os sign') printf '%s\n' '--repo --key --gnupg-home --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os delta') printf '%s\n' '--repo --from --from-nothing --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os gate') printf '%s\n' '--check --kvm --time --check-time --repo --key --gnupg-home --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os release') printf '%s\n' '--over --repo --key --gnupg-home --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os withdraw') printf '%s\n' '--reason --repo --key --gnupg-home --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os publish') printf '%s\n' '--valid --repo --key --gnupg-home --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os serve') printf '%s\n' '--port --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'os rollout') printf '%s\n' '--machines --over --breaks --reported --reports --report-after --reaction --seed --format --sysroot -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'doctor') printf '%s\n' '--for --format -y --yes -v --verbose --engine --color -h --help' pets ;;
        'engine') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'setup') printf '%s\n' '--for --command-not-found --undo --dry-run -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'config') printf '%s\n' '--format -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'completion') printf '%s\n' 'bash zsh fish -y --yes -v --verbose --engine --color -h --help' nothing ;;
        'version') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' nothing ;;
        'help') printf '%s\n' '-y --yes -v --verbose --engine --color -h --help' commands ;;
    esac
}

# Sets `command` to the command that the words before the cursor name.
_hearth_command() {
    command=
    while [ $# -gt 0 ]; do
        case $1 in
            --engine | --color | --sysroot) shift ;;
            -*) ;;
            *)
                command=${command:+$command }$1
                _hearth_is_group "$command" || return
                ;;
        esac
        shift
    done
}

_hearth() {
    # Words as blanks divide them: bash itself divides at = and : too.
    local line=${COMP_LINE:0:COMP_POINT} command words kind word previous done option=
    local -a parts
    read -ra parts <<< "$line"
    case $line in *' ') parts+=('') ;; esac
    local last=$((${#parts[@]} - 1))
    word=${parts[last]}
    previous=${parts[last - 1]}
    _hearth_command "${parts[@]:1:last-1}"
    case $word in --*=*) option=${word%%=*} previous=$option word=${word#*=} ;; esac
    { read -r words; read -r kind; } <<< "$(_hearth_table "$command" "$previous")"
    case $kind in
        pets | images | distros | deployments | requests | exports) words="$words $("${parts[0]}" complete "$kind" 2>/dev/null)" ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    case $kind in
        files) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word") ;;
        commands) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -c -- "$word"; compgen -f -- "$word") ;;
    esac
    # Bash puts what is offered behind the last = or :, so what is before it must go.
    done=
    case $word in *:*) done=${word%:*}: ;; esac
    COMPREPLY=("${COMPREPLY[@]#"$done"}")
}

complete -o filenames -o bashdefault -F _hearth hearth
