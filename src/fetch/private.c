/* Which addresses are public. Judged on the socket, where nothing can be told in other words any more. */
#include "fetch/target.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <strings.h>

typedef struct range4 {
  uint32_t first;
  unsigned bits;
} range4;

/* The IANA IPv4 special-purpose registry: what is not globally reachable, and multicast. */
static const range4 closed4[] = {
    {0x00000000u, 8},  /* this network */
    {0x0A000000u, 8},  /* private */
    {0x64400000u, 10}, /* shared by carriers */
    {0x7F000000u, 8},  /* this machine */
    {0xA9FE0000u, 16}, /* link-local; services of clouds */
    {0xAC100000u, 12}, /* private */
    {0xC0000000u, 24}, /* protocol assignments */
    {0xC0000200u, 24}, /* documentation */
    {0xC0586300u, 24}, /* 6to4 relays */
    {0xC0A80000u, 16}, /* private */
    {0xC6120000u, 15}, /* benchmarks */
    {0xC6336400u, 24}, /* documentation */
    {0xCB007100u, 24}, /* documentation */
    {0xE0000000u, 3},  /* multicast, reserved, broadcast */
};

static bool is_public4(uint32_t address) {
  for (size_t i = 0; i < sizeof closed4 / sizeof closed4[0]; i++)
    if ((address ^ closed4[i].first) >> (32 - closed4[i].bits) == 0) return false;
  return true;
}

static uint32_t number4(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* IPv6: only global unicast (2000::/3), less what the registry takes out of it; and IPv4 addresses behind the prefix of NAT64. An IPv4 address that
 * is mapped, or carried by 6to4, must be public itself. */
static bool is_public6(const unsigned char a[16]) {
  static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static const unsigned char nat64[12] = {0, 0x64, 0xFF, 0x9B};
  if (memcmp(a, mapped, 12) == 0 || memcmp(a, nat64, 12) == 0) return is_public4(number4(a + 12));
  if ((a[0] & 0xE0) != 0x20) return false;
  if (a[0] == 0x20 && a[1] == 0x02) return is_public4(number4(a + 2));
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] < 2) return false;                     /* 2001::/23: Teredo, ORCHID, benchmarks */
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return false; /* documentation */
  return !(a[0] == 0x3F && a[1] == 0xFF && (a[2] & 0xF0) == 0);                   /* 3fff::/20: documentation */
}

bool fetch_address_is_public(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    struct sockaddr_in in;
    memcpy(&in, address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return false;
  struct sockaddr_in6 in6;
  memcpy(&in6, address, sizeof in6);
  return is_public6(in6.sin6_addr.s6_addr);
}

static bool names_this_machine(const char *host) {
  size_t length = strlen(host), tail = strlen(".localhost");
  return strcasecmp(host, "localhost") == 0 || (length > tail && strcasecmp(host + length - tail, ".localhost") == 0);
}

bool fetch_host_is_private(isnad_slice host) {
  char name[256];
  struct in_addr in;
  struct in6_addr in6;
  if (host.length >= 2 && host.bytes[0] == '[') host = (isnad_slice){host.bytes + 1, host.length - 2};
  if (host.length >= sizeof name) return true;
  memcpy(name, host.bytes, host.length);
  name[host.length] = '\0';
  if (names_this_machine(name)) return true;
  if (inet_pton(AF_INET6, name, &in6) == 1) return !is_public6(in6.s6_addr);
  if (inet_pton(AF_INET, name, &in) == 1) return !is_public4(ntohl(in.s_addr));
  /* inet_addr reads the short, octal and hexadecimal forms as resolvers do. */
  in.s_addr = inet_addr(name);
  return in.s_addr != INADDR_NONE && !is_public4(ntohl(in.s_addr));
}
