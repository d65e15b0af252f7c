/**
 * Takes k3s off a host, whoever installed it: services, containers, mounts, interfaces, rules, data.
 * An external datastore is left as it is. It may be run again after any interruption.
 *
 * - The shims and everything below them are found by the program and its socket, never by the text of
 *   a command line alone: this script's own contains the same words.
 * - Nothing is deleted while something is still mounted below it: that could be somebody's data.
 * - iptables rules of others stay: only chains of Kubernetes, CNI and flannel are left out of the reload.
 *
 * Source: k3s documentation, "Uninstalling" and "Stopping K3s" (what k3s-killall.sh cleans).
 */
export const CLEAN_K3S = `data=/var/lib/rancher/k3s
PATH=$PATH:/usr/sbin:/sbin:$data/data/current/bin:$data/data/current/bin/aux
for u in k3s.service k3s-agent.service; do
  systemctl disable --now --quiet -- "$u" 2>/dev/null
  systemctl reset-failed -- "$u" 2>/dev/null
done
echo 'services are stopped'

ps -eo pid=,ppid=,args= | awk '
  { parent[$1] = $2 }
  $3 ~ /containerd-shim/ && ($3 ~ "^/var/lib/rancher/k3s/" || $0 ~ "/run/k3s/containerd") { shim[$1] = 1 }
  END { for (p in parent) { q = p; while ((q in parent) && !(q in shim)) q = parent[q]; if (q in shim) print p } }
' | xargs -r kill -9 2>/dev/null
echo 'containers are stopped'

below() { awk -v p="$1" 'index($2, p) == 1 { print $2 }' /proc/self/mounts | sort -ru; }
for p in /run/k3s/ /var/lib/kubelet/ /run/netns/cni- $data/; do
  below "$p" | while IFS= read -r m; do umount -- "$m" 2>/dev/null || umount -l -- "$m"; done
done
for p in /run/k3s/ /var/lib/kubelet/ $data/; do
  if [ -n "$(below "$p")" ]; then
    echo "still mounted, so nothing below it is deleted: $(below "$p" | tr '\\n' ' ')" >&2
    exit 1
  fi
done

for n in $(ip netns list 2>/dev/null | awk '/^cni-/ { print $1 }'); do ip netns delete "$n"; done
ip -o link show master cni0 2>/dev/null | sed 's/^[0-9]*: \\([^@:]*\\).*/\\1/' | while read -r l; do ip link delete "$l"; done
for l in cni0 flannel.1 flannel-v6.1 flannel-wg flannel-wg-v6; do
  if [ -e "/sys/class/net/$l" ]; then ip link delete "$l"; fi
done
for t in iptables ip6tables; do
  rules=$("$t-save" 2>/dev/null) || continue
  case $rules in *KUBE-*|*CNI-*|*FLANNEL*|*flannel*)
    printf '%s\\n' "$rules" | grep -v -e KUBE- -e CNI- -e FLANNEL -e flannel | "$t-restore" ;;
  esac
done
echo 'network is clean'

for l in kubectl crictl ctr; do
  if [ "$(readlink "/usr/local/bin/$l")" = /usr/local/bin/k3s ]; then rm -f -- "/usr/local/bin/$l"; fi
done
for f in /usr/local/bin/k3s /usr/local/bin/k3s-killall.sh /usr/local/bin/k3s-uninstall.sh /usr/local/bin/k3s-agent-uninstall.sh; do rm -f -- "$f"; done
for u in k3s.service k3s-agent.service; do rm -rf -- "/etc/systemd/system/$u" "/etc/systemd/system/$u.env" "/etc/systemd/system/$u.d"; done
systemctl daemon-reload
for d in /etc/rancher /var/lib/rancher /var/lib/kubelet /var/lib/cni /run/k3s /run/flannel; do
  [ -d "$d" ] || continue
  find "$d" -mindepth 1 -xdev -delete || exit 1
  rmdir -- "$d" 2>/dev/null
done
echo 'files are gone'`;
