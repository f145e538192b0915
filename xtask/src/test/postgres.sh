# Keeps a private PostgreSQL cluster for as long as standard input stays open: however the program
# that started us ends, the cluster ends with it and leaves nothing behind.
# Arguments: PostgreSQL's folder of programs, a free port.
set -eu
programs=$1
port=$2
folder=$(mktemp -d -t maillage-postgres.XXXXXXXX)
server=
end() {
    if [ -n "$server" ]; then
        kill -INT "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

cd "$folder"
export LC_ALL=C.UTF-8
"$programs/initdb" --pgdata="$folder/data" --username=maillage --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
"$programs/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories="$folder" -c max_connections=200 -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off </dev/null >"$folder/log" 2>&1 &
server=$!
until "$programs/pg_isready" --quiet --host=127.0.0.1 --port="$port"; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
echo ready
cat >/dev/null
