/* A web of many sites, with the faults that real ones have: web [-a ADDRESS] [-p PORT] LOG [ITEMS [SECONDS [PACE [BASE SPEED START]]]]. Listens on
 * the loopback and a port of the system's choice unless told otherwise, prints its port, answers until it is killed or SECONDS (3600) are over, and
 * writes a line a request: "seconds host path status". What it does is told by path and Host field; each connection has a thread.
 *
 * With a PACE a site has a new item every so many seconds, about, and items bear times: BASE (since 1970) at START of the steady clock, going on
 * SPEED times as fast; by default those of now.
 *
 *   /feed.xml       RSS of the newest dozen of ITEMS items; every look shows two more, unless those that were shown are not fetched yet
 *   /news/N.html    a page of its own; some fail when they are asked for the first time: 500, 503 with Retry-After, cut, slow
 *   /quiet          is answered when nothing else is under way, and not logged: what came before it is in the log
 *   /robots.txt     closes /secret; of hosts that begin with "norobots" 404, with "down" 503, with "slowly" a crawl-delay
 *   others          one fault each: see the table in faults.c
 */
#include "web.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_SITES = 512 };

web the_web = {.lock = PTHREAD_MUTEX_INITIALIZER, .items = 20, .speed = 1};
static site sites[MOST_SITES];
static unsigned site_count;

double web_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void web_nap(double seconds) {
  struct timespec t = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&t, NULL);
}

site *web_site(const char *host) {
  for (unsigned i = 0; i < site_count; i++)
    if (strcmp(sites[i].host, host) == 0) return &sites[i];
  if (site_count == MOST_SITES) return &sites[0];
  snprintf(sites[site_count].host, sizeof sites[0].host, "%.63s", host);
  return &sites[site_count++];
}

void web_log(request *r, int status) {
  if (r->logged) return;
  r->logged = true;
  pthread_mutex_lock(&the_web.lock);
  fprintf(the_web.log, "%.6f %s %s %d\n", r->at, r->host, r->path, status);
  fflush(the_web.log);
  pthread_mutex_unlock(&the_web.lock);
}

void web_send(int to, const char *bytes, size_t length) {
  for (ssize_t wrote; length > 0 && (wrote = write(to, bytes, length)) > 0; bytes += wrote) length -= (size_t)wrote;
}

void web_send_text(int to, const char *text) { web_send(to, text, strlen(text)); }

void web_send_head(request *r, int status, const char *type, size_t length, const char *fields) {
  char head[2000], size[64] = "";
  if (length != SIZE_MAX) snprintf(size, sizeof size, "Content-Length: %zu\r\n", length);
  snprintf(head, sizeof head, "HTTP/1.1 %d Made up\r\nConnection: close\r\nContent-Type: %s\r\n%s%s\r\n", status, type, size, fields);
  web_log(r, status);
  web_send_text(r->to, head);
}

static bool has_whole_body(request *r) {
  const char *body = strstr(r->text, "\r\n\r\n"), *length = strstr(r->text, "Content-Length: ");
  if (body == NULL) return false;
  return length == NULL || length > body || strlen(body + 4) >= strtoul(length + 16, NULL, 10);
}

/* As a proxy it is asked for whole addresses, and is every site itself. */
static void drop_authority(char *path) {
  char *end = strncmp(path, "http://", 7) == 0 ? strchr(path + 7, '/') : NULL;
  if (end != NULL) memmove(path, end, strlen(end) + 1);
}

static void count_open(int more) {
  pthread_mutex_lock(&the_web.lock);
  the_web.open += (unsigned)more;
  pthread_mutex_unlock(&the_web.lock);
}

static void *serve_one(void *context) {
  request *r = context;
  size_t length = 0;
  char authority[160] = "";
  for (ssize_t got; length < sizeof r->text - 1 && (got = read(r->to, r->text + length, sizeof r->text - 1 - length)) > 0;) {
    length += (size_t)got;
    r->text[length] = '\0';
    if (has_whole_body(r)) break;
  }
  r->at = web_now();
  const char *host = strstr(r->text, "Host: ");
  if (host != NULL) sscanf(host + 6, "%159[^\r\n]", authority);
  sscanf(authority, "%127[^:]:%15s", r->host, r->port);
  bool good = sscanf(r->text, "%*s %1023s HTTP/1.", r->path) == 1;
  drop_authority(r->path);
  if (good) web_log(r, web_answer(r));
  shutdown(r->to, SHUT_WR);
  close(r->to);
  free(r);
  count_open(-1);
  return NULL;
}

static bool set_times(int count, char **words) {
  the_web.base = (double)time(NULL);
  the_web.start = web_now();
  alarm(count > 2 ? (unsigned)strtoul(words[2], NULL, 10) : 3600); /* longer than any test may take */
  the_web.log = count > 0 ? fopen(words[0], "w") : NULL;
  if (count > 1) the_web.items = (unsigned)strtoul(words[1], NULL, 10);
  if (count > 3) the_web.pace = strtod(words[3], NULL);
  if (count > 6) {
    the_web.base = strtod(words[4], NULL);
    the_web.speed = strtod(words[5], NULL);
    the_web.start = strtod(words[6], NULL);
  }
  return the_web.log != NULL && the_web.items < MOST_ITEMS;
}

/* Listens there and prints the port. */
static int listen_at(struct sockaddr_in *address) {
  socklen_t size = sizeof *address;
  int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0) return -1;
  if (bind(listener, (struct sockaddr *)address, sizeof *address) != 0 || listen(listener, 256) != 0) return -1;
  if (getsockname(listener, (struct sockaddr *)address, &size) != 0) return -1;
  printf("%d\n", ntohs(address->sin_port));
  fflush(stdout);
  return listener;
}

static int serve(int listener) {
  pthread_attr_t detached;
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&detached, 512 * 1024);
  for (;;) {
    pthread_t thread;
    int connection = accept(listener, NULL, NULL);
    request *r = calloc(1, sizeof *r);
    if (connection < 0 || r == NULL) return 1;
    r->to = connection;
    count_open(1);
    if (pthread_create(&thread, &detached, serve_one, r) != 0) return 1;
  }
}

int main(int argc, char **argv) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  for (int option; (option = getopt(argc, argv, "a:p:")) != -1;) {
    if (option == 'a' && inet_pton(AF_INET, optarg, &address.sin_addr) != 1) return 2;
    if (option == 'p') address.sin_port = htons((uint16_t)strtoul(optarg, NULL, 10));
    if (option == '?') return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  if (!set_times(argc - optind, argv + optind)) return 2;
  int listener = listen_at(&address);
  return listener < 0 ? 2 : serve(listener);
}
