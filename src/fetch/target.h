/* Addresses as they are asked for: what a request line, a Host field, a robots.txt and a queue need to know of a url. */
#ifndef ISNAD_FETCH_TARGET_H
#define ISNAD_FETCH_TARGET_H

#include "isnad/base.h"

struct sockaddr;

typedef struct fetch_target {
  isnad_slice url;    /* absolute, ASCII, cleaned */
  isnad_slice origin; /* "https://example.com:8443": of url */
  isnad_slice host;   /* "example.com", "[2001:db8::1]": of url */
  isnad_slice path;   /* with its query, without a fragment: of url */
} fetch_target;

/* Reads any http or https url: blanks around it and line ends inside are dropped, the host becomes ASCII, bytes that may not stand in a url are
 * percent-encoded. Names and passwords in it are refused. Returns ISNAD_OK, ISNAD_BAD_INPUT, ISNAD_NO_MEMORY. */
isnad_status fetch_target_read(fetch_target *out, isnad_arena *arena, isnad_slice url, isnad_err *err);

/* A host name in ASCII and small letters: labels in other scripts as punycode (RFC 3492) after NFKC and small letters (UTS #46 without its tables of
 * what is forbidden). {NULL, 0} when it is no host name, or the arena refuses. */
isnad_slice fetch_host_ascii(isnad_arena *arena, isnad_slice host);

/* Whether a socket address is one of the public internet: neither this machine nor a private, local, shared, documentation or multicast range
 * (IANA special-purpose registries of RFC 6890), also when an IPv4 address is written inside an IPv6 one. */
bool fetch_address_is_public(const struct sockaddr *address);

/* Whether a list of hosts that are not reached through the proxy holds this one: names with all that is below them, addresses, networks
 * ("10.0.0.0/8"), parted by commas or blanks; "*": all. The rules of curl for the variable no_proxy. `no_proxy` may be NULL. */
bool fetch_goes_direct(const char *no_proxy, isnad_slice host);

/* Whether a host is written as such an address, or names this machine; for requests that a proxy will resolve. */
bool fetch_host_is_private(isnad_slice host);

#endif
