# guard <signal> <grace seconds> <command...>: runs the command until it ends or until standard input closes.
# The JVM holds the other end of standard input, so the command ends with the JVM, however that dies.
# Job control gives the command and the watcher process groups of their own: a Ctrl-C on the terminal or a kill of the
# JVM's whole group reaches neither, and the order of stopping stays with the JVM.
set -m
exec 3<&0 </dev/null
trap : HUP INT TERM
signal=$1 grace=$2
shift 2

"$@" 3<&- &
server=$!
# What follows is the shell's own talk about its jobs.
exec >/dev/null 2>&1

{
  while read -r _ <&3; do :; done
  kill -s "$signal" -- "-$server"
  for ((tenths = grace * 10; tenths > 0; tenths--)); do
    kill -0 "$server" || exit
    sleep 0.1
  done
  kill -s KILL -- "-$server"
} &
watcher=$!
exec 3<&-

# A trapped signal interrupts wait, hence the loop.
while kill -0 "$server"; do
  wait "$server"
  status=$?
done
kill -s KILL -- "-$watcher"
exit "${status:-1}"
