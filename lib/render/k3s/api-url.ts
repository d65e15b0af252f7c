import ipaddr from "ipaddr.js";

/** Port of the API and the supervisor. Source: k3s documentation, "Networking". */
const API_PORT = 6443;

/** Where nodes and kubectl reach the cluster. Source: RFC 3986 section 3.2.2 (brackets). */
export const apiUrl = (address: string): string =>
  ipaddr.IPv6.isValid(address)
    ? `https://[${address}]:${API_PORT}`
    : `https://${address}:${API_PORT}`;
