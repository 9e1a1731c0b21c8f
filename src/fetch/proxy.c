/* Which way a request goes: what no_proxy says, as curl reads it. */
#include "fetch/target.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

typedef struct address {
  unsigned char bytes[16];
  size_t length; /* 4 or 16; 0: it is a name */
} address;

static isnad_slice bare(isnad_slice host) {
  bool brackets = host.length > 2 && host.bytes[0] == '[' && host.bytes[host.length - 1] == ']';
  return brackets ? (isnad_slice){host.bytes + 1, host.length - 2} : host;
}

static address read_address(isnad_slice text) {
  char copy[64];
  address out = {.length = 0};
  text = bare(text);
  if (text.length >= sizeof copy) return out;
  if (text.length > 0) memcpy(copy, text.bytes, text.length);
  copy[text.length] = '\0';
  if (inet_pton(AF_INET, copy, out.bytes) == 1) out.length = 4;
  if (out.length == 0 && inet_pton(AF_INET6, copy, out.bytes) == 1) out.length = 16;
  return out;
}

/* "24" of "192.168.1.0/24"; all bits when nothing is stated; more than there are when it is no number. */
static size_t bits_of(isnad_slice mask, size_t all) {
  size_t bits = 0;
  if (mask.length == 0) return all;
  for (size_t i = 0; i < mask.length; i++) {
    if (mask.bytes[i] < '0' || mask.bytes[i] > '9' || bits > all) return all + 1;
    bits = bits * 10 + (size_t)(mask.bytes[i] - '0');
  }
  return bits;
}

static bool in_network(const address *host, isnad_slice entry) {
  const char *slash = memchr(entry.bytes, '/', entry.length);
  size_t length = slash != NULL ? (size_t)(slash - entry.bytes) : entry.length;
  isnad_slice mask = {entry.bytes + length + 1, slash != NULL ? entry.length - length - 1 : 0};
  address network = read_address((isnad_slice){entry.bytes, length});
  if (network.length != host->length || (slash != NULL && mask.length == 0)) return false;
  size_t bits = bits_of(mask, network.length * 8);
  if (bits > network.length * 8) return false;
  for (size_t i = 0; i < bits; i++)
    if (((network.bytes[i / 8] ^ host->bytes[i / 8]) >> (7 - i % 8) & 1) != 0) return false;
  return true;
}

/* A name stands for itself and for all names below it; dots and a star before it say no more than that. */
static bool in_domain(isnad_slice host, isnad_slice entry) {
  if (entry.length > 0 && entry.bytes[0] == '*') entry = (isnad_slice){entry.bytes + 1, entry.length - 1};
  if (entry.length > 0 && entry.bytes[0] == '.') entry = (isnad_slice){entry.bytes + 1, entry.length - 1};
  if (entry.length > 0 && entry.bytes[entry.length - 1] == '.') entry.length--;
  if (entry.length == 0 || entry.length > host.length) return false;
  size_t before = host.length - entry.length;
  return strncasecmp(host.bytes + before, entry.bytes, entry.length) == 0 && (before == 0 || host.bytes[before - 1] == '.');
}

bool fetch_goes_direct(const char *no_proxy, isnad_slice host) {
  address numbers = read_address(host);
  while (no_proxy != NULL && *no_proxy != '\0') {
    size_t length = strcspn(no_proxy, ", \t");
    isnad_slice entry = {no_proxy, length};
    bool all = length == 1 && *no_proxy == '*';
    if (all || (length > 0 && (numbers.length > 0 ? in_network(&numbers, entry) : in_domain(host, entry)))) return true;
    no_proxy += length;
    no_proxy += strspn(no_proxy, ", \t");
  }
  return false;
}
