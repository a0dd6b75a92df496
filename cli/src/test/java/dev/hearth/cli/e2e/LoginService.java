package dev.hearth.cli.e2e;

import java.util.List;
import java.util.Map;

/**
 * What a login offers: the server on the host, and what its client in a pet is to say.
 *
 * <p>In scripts and values, {@code $D} is a directory that pets see, {@code $R} the person's runtime directory, and
 * {@code $N} how often the server was started: some of what it offers has another name each time, as in a new login.
 *
 * @param server a script that becomes the server
 * @param ready a script that ends once the host's own client could use it
 * @param variables what the login has in its environment
 * @param client what is run in a pet
 * @param answer what that says, among other things
 */
record LoginService(
        String name,
        Who who,
        List<String> programs,
        String server,
        String ready,
        Map<String, String> variables,
        String client,
        String answer) {
    static final List<LoginService> ALL = List.of(
            new LoginService(
                    "wayland",
                    Who.PERSON,
                    List.of("sway", "wl-copy"),
                    // As somebody else where the person is root, which sway refuses to be.
                    """
            mkdir -p $D/wayland.$N && cd $D && echo 'xwayland disable' >sway.conf
            export XDG_RUNTIME_DIR=$D/wayland.$N
            export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
            [ "$(id -u)" != 0 ] || chown nobody $D/wayland.$N && chmod 0755 $D/wayland.$N
            [ "$(id -u)" = 0 ] || exec sway --config $D/sway.conf
            exec setpriv --reuid=nobody --regid=nogroup --clear-groups sway --config $D/sway.conf
            """,
                    "until [ -S $D/wayland.$N/wayland-1 ]; do sleep 0.1; done; echo copied | wl-copy",
                    Map.of("WAYLAND_DISPLAY", "$D/wayland.$N/wayland-1"),
                    "wl-paste",
                    "copied"),
            new LoginService(
                    "x11",
                    Who.PERSON,
                    List.of("Xvfb", "xauth", "xclip"),
                    """
            touch $XAUTHORITY
            xauth -q add "$(hostname)/unix$DISPLAY" . "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')"
            exec Xvfb $DISPLAY -auth $XAUTHORITY -nolisten tcp
            """,
                    "until echo selected | xclip -selection clipboard 2>/dev/null; do sleep 0.1; done",
                    Map.of("DISPLAY", ":$X", "XAUTHORITY", "$D/xauthority.$N"),
                    "xclip -o -selection clipboard",
                    "selected"),
            new LoginService(
                    "dbus-session",
                    Who.PERSON,
                    List.of("dbus-daemon"),
                    "rm -f $R/bus; exec dbus-daemon --session --nofork --nopidfile --address=unix:path=$R/bus",
                    "until [ -S $R/bus ]; do sleep 0.1; done",
                    Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=$R/bus"),
                    "dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames",
                    "org.freedesktop.DBus"),
            new LoginService(
                    "pulseaudio",
                    Who.PERSON,
                    List.of("pulseaudio"),
                    """
            exec pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disable-shm=yes \\
                -L 'module-null-sink sink_name=hearth' -L "module-native-protocol-unix socket=$R/pulse/native"
            """,
                    "until [ -S $R/pulse/native ]; do sleep 0.1; done",
                    Map.of(),
                    "pactl list short sinks",
                    "module-null-sink"),
            new LoginService(
                    "ssh-agent",
                    Who.PERSON,
                    List.of("ssh-agent", "ssh-add"),
                    "exec ssh-agent -D -a $D/agent.$N",
                    """
            until [ -S $D/agent.$N ]; do sleep 0.1; done
            [ -e $D/key ] || ssh-keygen -q -t ed25519 -N '' -C hearth-key -f $D/key
            ssh-add -q $D/key
            """,
                    Map.of("SSH_AUTH_SOCK", "$D/agent.$N"),
                    "ssh-add -l",
                    "hearth-key"),
            new LoginService(
                    "gpg-agent",
                    Who.PERSON,
                    List.of("gpg", "gpg-agent"),
                    """
                    mkdir -p -m 0700 $GNUPGHOME && gpg-agent --daemon
                    trap 'gpgconf --kill gpg-agent; kill $!; wait $!' EXIT && trap exit TERM
                    sleep 600 &
                    wait
                    """,
                    """
            until gpg-connect-agent --no-autostart /bye >/dev/null 2>&1; do sleep 0.1; done
            gpg --batch --quiet --list-keys hearth@example.org 2>/dev/null \\
                || gpg --batch --quiet --passphrase '' --quick-generate-key hearth@example.org ed25519
            """,
                    Map.of("GNUPGHOME", "$D/gnupg"),
                    // There is no agent in the pet that could sign.
                    "sh -c 'echo signed | gpg --batch --no-autostart --sign | gpg --batch --no-autostart 2>&1'",
                    "Good signature"),
            new LoginService(
                    "kerberos",
                    Who.PERSON,
                    List.of("krb5kdc", "kadmin.local", "kinit"),
                    """
            export KRB5_KDC_PROFILE=$D/kdc.conf PATH=$PATH:/usr/sbin
            cat >$D/krb5.conf <<END
            [libdefaults]
              default_realm = EXAMPLE.ORG
              dns_lookup_kdc = false
            [realms]
              EXAMPLE.ORG = {
                kdc = 127.0.0.1:$P
              }
            END
            cat >$D/kdc.conf <<END
            [kdcdefaults]
              kdc_listen = 127.0.0.1:$P
              kdc_tcp_listen = ""
            [realms]
              EXAMPLE.ORG = {
                database_name = $D/kdc.db
                key_stash_file = $D/kdc.stash
              }
            END
            if [ ! -e $D/kdc.db ]; then
                kdb5_util create -r EXAMPLE.ORG -s -P master
                kadmin.local -r EXAMPLE.ORG addprinc -pw secret ada
                kadmin.local -r EXAMPLE.ORG addprinc -randkey host/server.example.org
            fi
            exec krb5kdc -n -r EXAMPLE.ORG -P $D/kdc.pid
            """,
                    "until echo secret | kinit ada >/dev/null 2>&1; do sleep 0.2; done",
                    Map.of("KRB5_CONFIG", "$D/krb5.conf", "KRB5CCNAME", "FILE:$D/tickets.$N"),
                    "kvno host/server.example.org",
                    "kvno = 1"),
            new LoginService(
                    "pkcs11",
                    Who.PERSON,
                    List.of("p11-kit", "softhsm2-util"),
                    """
            export SOFTHSM2_CONF=$D/softhsm.conf
            mkdir -p -m 0700 $D/tokens $R/p11-kit && rm -f $R/p11-kit/pkcs11
            echo "directories.tokendir = $D/tokens" >$SOFTHSM2_CONF
            softhsm2-util --show-slots | grep -q hearth-token \\
                || softhsm2-util --init-token --free --label hearth-token --pin 1234 --so-pin 1234
            exec p11-kit server -f -n $R/p11-kit/pkcs11 --provider /usr/lib/softhsm/libsofthsm2.so pkcs11:
            """,
                    "until [ -S $R/p11-kit/pkcs11 ]; do sleep 0.1; done",
                    Map.of(),
                    "p11tool --batch --list-tokens",
                    "hearth-token"),
            new LoginService(
                    "cups",
                    Who.ROOT,
                    List.of("cupsd"),
                    """
            mkdir -p $D/cups /run/cups && cd $D/cups && rm -f /run/cups/cups.sock
            printf '%s\\n' 'Listen /run/cups/cups.sock' 'Browsing off' '<Location />' 'Allow all' '</Location>' >cupsd.conf
            printf '%s %s\\n' ServerRoot $PWD CacheDir $PWD StateDir $PWD RequestRoot $PWD TempDir $PWD \\
                AccessLog stderr ErrorLog stderr PageLog stderr SystemGroup root >cups-files.conf
            exec /usr/sbin/cupsd -f -c $PWD/cupsd.conf -s $PWD/cups-files.conf
            """,
                    "until [ -S /run/cups/cups.sock ]; do sleep 0.1; done",
                    Map.of(),
                    "lpstat -r",
                    "scheduler is running"),
            new LoginService(
                    "private-authority",
                    Who.ROOT,
                    List.of("openssl", "curl"),
                    """
            cd $D && trust=/usr/local/share/ca-certificates
            mkdir -p $trust && rm -f $trust/$A.*
            openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Private $N" -addext basicConstraints=critical,CA:TRUE \\
                -keyout ca.key -out ca.crt
            openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout web.key -out web.csr
            echo subjectAltName=DNS:localhost >web.ext
            openssl x509 -req -in web.csr -CA ca.crt -CAkey ca.key -days 2 -extfile web.ext -out web.crt
            cp ca.crt $trust/$A.$N.crt
            trap 'rm -f $trust/$A.*; kill $!; wait $!' EXIT && trap exit TERM
            openssl s_server -accept 127.0.0.1:$P -cert web.crt -key web.key -www &
            wait
            """,
                    "until curl --silent --insecure --output /dev/null https://localhost:$P; do sleep 0.1; done",
                    Map.of(),
                    "curl --silent --show-error https://localhost:$P",
                    "Secure Renegotiation IS supported"),
            new LoginService(
                    "proxy",
                    Who.PERSON,
                    List.of("tinyproxy", "curl"),
                    """
            printf '%s\\n' "Port $P" 'Listen 127.0.0.1' 'Timeout 10' >$D/proxy.conf
            exec tinyproxy -d -c $D/proxy.conf
            """,
                    "until curl --silent --output /dev/null http://127.0.0.1:$P; do sleep 0.1; done",
                    Map.of("http_proxy", "http://127.0.0.1:$P"),
                    "sudo curl --silent http://no-such-host.invalid/",
                    "tinyproxy"),
            new LoginService(
                    "vpn-dns",
                    Who.ROOT,
                    List.of("dnsmasq"),
                    // As a VPN does it: the file is replaced by another. What it says afterwards is what it said
                    // before.
                    """
            cd $D && cp -p /etc/resolv.conf resolv.conf.before && back=/etc/resolv.conf.hearth-it
            trap 'cp -p resolv.conf.before $back && mv -f $back /etc/resolv.conf; kill $!; wait $!' EXIT && trap exit TERM
            dnsmasq --keep-in-foreground --conf-file=/dev/null --pid-file= --port=53 --listen-address=127.0.0.77 \\
                --bind-interfaces --resolv-file=$D/resolv.conf.before --no-hosts --address=/vpn.example/192.0.2.$N &
            { echo nameserver 127.0.0.77; cat resolv.conf.before; } >$back && mv -f $back /etc/resolv.conf
            wait
            """,
                    "until getent ahostsv4 intranet.vpn.example; do sleep 0.1; done",
                    Map.of(),
                    "getent ahostsv4 intranet.vpn.example",
                    "192.0.2.$N"));

    /** As whom a server runs. */
    enum Who {
        PERSON,
        ROOT
    }

    @Override
    public String toString() {
        return name;
    }
}
