/* What one client may take: time, and requests a second. */
#include "base/hash.h"
#include "serve/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

void peers_add(peer_list *list, peer *p) {
  pthread_mutex_lock(&list->lock);
  p->next = list->first;
  p->before = NULL;
  if (list->first != NULL) list->first->before = p;
  list->first = p;
  list->count++;
  pthread_mutex_unlock(&list->lock);
}

void peers_remove(peer_list *list, peer *p) {
  pthread_mutex_lock(&list->lock);
  if (p->before != NULL)
    p->before->next = p->next;
  else
    list->first = p->next;
  if (p->next != NULL) p->next->before = p->before;
  list->count--;
  pthread_mutex_unlock(&list->lock);
}

void peers_allow(peer_list *list, peer *p, unsigned seconds) {
  pthread_mutex_lock(&list->lock);
  p->deadline = seconds > 0 ? time(NULL) + (time_t)seconds : 0;
  pthread_mutex_unlock(&list->lock);
}

/* Shut down, not closed: the daemon sees it and closes. It removes a peer before it closes the socket, so the number is still his. */
void peers_cut(peer_list *list) {
  time_t now = time(NULL);
  pthread_mutex_lock(&list->lock);
  for (peer *p = list->first; p != NULL; p = p->next) {
    if (p->deadline == 0 || p->deadline >= now) continue;
    shutdown(p->fd, SHUT_RDWR);
    p->deadline = 0;
  }
  pthread_mutex_unlock(&list->lock);
}

/* The network of 64 bits of an IPv6 address belongs to one client. */
static uint64_t address_of(const struct sockaddr *address, bool *loopback) {
  if (address->sa_family == AF_INET) {
    struct sockaddr_in in;
    memcpy(&in, address, sizeof in);
    uint32_t number = ntohl(in.sin_addr.s_addr);
    *loopback = number >> 24 == 127;
    return number + 1ull;
  }
  if (address->sa_family != AF_INET6) return 0;
  struct sockaddr_in6 in;
  memcpy(&in, address, sizeof in);
  *loopback = IN6_IS_ADDR_LOOPBACK(&in.sin6_addr);
  return hash64((isnad_slice){(const char *)&in.sin6_addr, 8});
}

bool rate_allows(rate_table *t, const struct sockaddr *address) {
  bool loopback = false;
  uint64_t who = address != NULL ? address_of(address, &loopback) : 0;
  struct timespec now;
  if (t->rate == 0 || (loopback && !t->loopback_too)) return true;
  clock_gettime(CLOCK_MONOTONIC, &now);
  double seconds = (double)now.tv_sec + (double)now.tv_nsec / 1e9, most = 2.0 * t->rate;
  pthread_mutex_lock(&t->lock);
  rate_slot *slot = &t->slots[hash64((isnad_slice){(const char *)&who, sizeof who}) % RATE_SLOTS];
  if (slot->address != who) *slot = (rate_slot){who, most, seconds};
  slot->tokens += (seconds - slot->last) * t->rate;
  if (slot->tokens > most) slot->tokens = most;
  slot->last = seconds;
  bool allowed = slot->tokens >= 1;
  if (allowed) slot->tokens -= 1;
  pthread_mutex_unlock(&t->lock);
  return allowed;
}
