/* A web of many sites on the loopback, with the faults that real ones have: web LOG [ITEMS [SECONDS [PACE BASE SPEED START]]]. Prints its port,
 * answers until it is killed, and writes a line a request: "seconds host path status". What it does is told by path and Host field; each connection
 * has a thread.
 *
 * It ends after SECONDS. With a PACE a site has a new item every so many seconds, about, and items bear times: BASE (since 1970) at START of the
 * steady clock, going on SPEED times as fast.
 *
 *   /feed.xml       RSS of the newest dozen of ITEMS items; every look shows two more, unless those that were shown are not fetched yet
 *   /news/N.html    a page of its own; some fail when they are asked for the first time: 500, 503 with Retry-After, cut, slow
 *   /robots.txt     closes /secret; of hosts that begin with "norobots" 404, with "down" 503, with "slowly" a crawl-delay
 *   others          one fault each: see the table at the end
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { MOST_SITES = 512, MOST_ITEMS = 4096, WINDOW = 12, PAGE_ROOM = 16384, FEED_ROOM = 65536 };

typedef struct site {
  char host[64];
  unsigned shown; /* items that the feed has shown */
  unsigned looks;
  unsigned char asked[MOST_ITEMS], served[MOST_ITEMS];
  unsigned edition[MOST_ITEMS];
} site;

static site sites[MOST_SITES];
static unsigned site_count, item_count = 20;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *log_file;
static double pace, base, speed, start;

typedef struct request {
  int to;
  char text[8192], path[1024], host[128], port[16];
  bool head_only;
} request;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void nap(double seconds) {
  struct timespec t = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&t, NULL);
}

static site *site_of(const char *host) {
  for (unsigned i = 0; i < site_count; i++)
    if (strcmp(sites[i].host, host) == 0) return &sites[i];
  if (site_count == MOST_SITES) return &sites[0];
  snprintf(sites[site_count].host, sizeof sites[0].host, "%.63s", host);
  return &sites[site_count++];
}

static void note(const request *r, double at, int status) {
  pthread_mutex_lock(&lock);
  fprintf(log_file, "%.6f %s %s %d\n", at, r->host, r->path, status);
  fflush(log_file);
  pthread_mutex_unlock(&lock);
}

static void send_all(int to, const char *bytes, size_t length) {
  for (ssize_t wrote; length > 0 && (wrote = write(to, bytes, length)) > 0; bytes += wrote) length -= (size_t)wrote;
}

static void send_text(int to, const char *text) { send_all(to, text, strlen(text)); }

/* `length` SIZE_MAX: it is not stated. */
static void send_head(int to, int status, const char *type, size_t length, const char *fields) {
  char head[2000], size[64] = "";
  if (length != SIZE_MAX) snprintf(size, sizeof size, "Content-Length: %zu\r\n", length);
  snprintf(head, sizeof head, "HTTP/1.1 %d Made up\r\nConnection: close\r\nContent-Type: %s\r\n%s%s\r\n", status, type, size, fields);
  send_text(to, head);
}

static const char html[] = "text/html; charset=utf-8";

static uint64_t mixed(uint64_t z) { /* splitmix64 */
  z += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static uint64_t seed_of(const char *host, unsigned n) {
  uint64_t seed = n;
  for (; *host != '\0'; host++) seed = mixed(seed ^ (unsigned char)*host);
  return seed;
}

/* Words in no order, so that no two pages share a passage. */
static int write_words(char *out, int room, uint64_t *seed) {
  static const char *const words[] = {"السوق",   "المدينة", "الجسر",  "الوزير", "المزارع", "الميناء", "القرية", "المدرسة", "الطريق",  "المطار",
                                      "الحديقة", "النهر",   "القطار", "المصنع", "السفينة", "العمال",  "التجار", "الطلاب",  "الأسعار", "الماء",
                                      "القمح",   "الزيت",   "الملح",  "الحديد", "جديد",    "قديم",    "كبير",   "بعيد",    "قريب",    "هادئ",
                                      "مزدحم",   "واسع",    "عاد",    "وصل",    "غادر",    "افتتح",   "أغلق",   "باع",     "اشترى",   "زرع",
                                      "حصد",     "رأى",     "سمع",    "كتب",    "قرأ",     "صباحا",   "مساء",   "ظهرا",    "سريعا",   "ببطء",
                                      "كثيرا",   "قليلا",   "غدا",    "أمس",    "هنا",     "هناك",    "ثم",     "أيضا",    "معا",     "وحده"};
  int at = 0;
  for (int i = 0; i < 24; i++) {
    *seed = mixed(*seed);
    at += snprintf(out + at, (size_t)(room - at), " %s", words[*seed % (sizeof words / sizeof words[0])]);
  }
  return at;
}

static size_t write_page(char out[PAGE_ROOM], const char *host, unsigned n, unsigned edition) {
  int at = snprintf(out, PAGE_ROOM,
                    "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"utf-8\"><title>الخبر %u من %s</title></head><body><article><h1>الخبر "
                    "%u من %s</h1>\n",
                    n, host, n, host);
  uint64_t seed = seed_of(host, n);
  for (unsigned i = 0; i < 6; i++) {
    at += snprintf(out + at, (size_t)(PAGE_ROOM - at),
                   "<p>قال مدير السوق في بلدة %s إن %u شاحنة من القمح وصلت يوم الأحد، وهذه هي الفقرة %u من الخبر رقم %u،", host,
                   100 + n * 7 + i + edition * 1000, i, n);
    at += write_words(out + at, PAGE_ROOM - at, &seed);
    at += snprintf(out + at, (size_t)(PAGE_ROOM - at), ".</p>\n");
  }
  at += snprintf(out + at, (size_t)(PAGE_ROOM - at), "</article></body></html>\n");
  return (size_t)at;
}

static void send_page(const request *r, unsigned n, unsigned edition, const char *fields) {
  char page[PAGE_ROOM];
  size_t length = write_page(page, r->host, n, edition);
  send_head(r->to, 200, html, length, fields);
  send_all(r->to, page, length);
}

/* --- the feed of a site --- */

static unsigned unserved(const site *s) {
  unsigned count = 0;
  for (unsigned i = 0; i < s->shown; i++) count += !s->served[i];
  return count;
}

/* Each site has its own pace, from half to one and a half of the common one. */
static double pace_of(const char *host) { return pace * (0.5 + (double)(seed_of(host, 0) % 1000) / 1000); }

static unsigned shown_by_now(const char *host) {
  double items = (now() - start) / pace_of(host);
  return items > 0 ? (unsigned)items : 0;
}

static void write_time(char out[100], const char *host, unsigned n) {
  struct tm parts;
  time_t when = (time_t)(base + speed * (n + 1) * pace_of(host));
  gmtime_r(&when, &parts);
  strftime(out, 100, "<pubDate>%a, %d %b %Y %H:%M:%S GMT</pubDate>", &parts);
}

static int send_feed(const request *r) {
  char feed[FEED_ROOM], etag[64], field[100];
  pthread_mutex_lock(&lock);
  site *s = site_of(r->host);
  if (pace <= 0 && s->shown < item_count && unserved(s) + 2 <= WINDOW / 2) s->shown += 2;
  if (pace > 0) s->shown = shown_by_now(r->host);
  if (s->shown > item_count) s->shown = item_count;
  unsigned last = s->shown, first = last > WINDOW ? last - WINDOW : 0, look = s->looks++;
  pthread_mutex_unlock(&lock);
  snprintf(etag, sizeof etag, "\"f%u\"", last);
  snprintf(field, sizeof field, "ETag: %s\r\n", etag);
  if (look % 7 == 3) {
    send_head(r->to, 500, html, 0, "");
    return 500;
  }
  if (strstr(r->text, etag) != NULL) {
    send_head(r->to, 304, html, SIZE_MAX, field);
    return 304;
  }
  int at = snprintf(feed, sizeof feed, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>%s</title>\n", r->host);
  for (unsigned n = last; n > first; n--) {
    char when[100] = "";
    if (pace > 0) write_time(when, r->host, n - 1);
    at += snprintf(feed + at, sizeof feed - (size_t)at,
                   "<item><title>الخبر %u من %s</title><link>http://%s:%s/news/%u.html?utm_source=rss</link>%s</item>\n", n - 1, r->host, r->host,
                   r->port, n - 1, when);
  }
  at += snprintf(feed + at, sizeof feed - (size_t)at, "</channel></rss>\n");
  send_head(r->to, 200, "application/rss+xml", (size_t)at, field);
  send_all(r->to, feed, (size_t)at);
  return 200;
}

/* --- pages, some of which fail at first --- */

static int send_news(const request *r) {
  unsigned n = (unsigned)strtoul(r->path + strlen("/news/"), NULL, 10) % MOST_ITEMS;
  pthread_mutex_lock(&lock);
  site *s = site_of(r->host);
  unsigned before = s->asked[n], edition = s->edition[n];
  s->asked[n] = (unsigned char)(before < 200 ? before + 1 : before);
  pthread_mutex_unlock(&lock);
  if (before == 0 && n % 7 == 3) {
    send_head(r->to, 503, html, 0, "Retry-After: 1\r\n");
    return 503;
  }
  if (before == 0 && n % 11 == 5) {
    send_head(r->to, 500, html, 0, "");
    return 500;
  }
  if (before == 0 && n % 13 == 6) {
    send_head(r->to, 200, html, 5000, "");
    send_text(r->to, "<!DOCTYPE html><html><body><p>يبدأ");
    return 0;
  }
  if (before == 0 && n % 17 == 8) nap(0.3);
  send_page(r, n, edition, "");
  pthread_mutex_lock(&lock);
  s->served[n] = 1;
  pthread_mutex_unlock(&lock);
  return 200;
}

static int send_robots(const request *r) {
  const char *text = "User-agent: *\nDisallow: /secret\n";
  int status = strncmp(r->host, "norobots", 8) == 0 ? 404 : strncmp(r->host, "down", 4) == 0 ? 503 : 200;
  if (strncmp(r->host, "slowly", 6) == 0) text = "User-agent: isnad\nCrawl-delay: 2\n";
  if (strncmp(r->host, "closed", 6) == 0) text = "User-agent: isnad\nDisallow: /\n";
  if (strncmp(r->host, "moved", 5) == 0) {
    char field[200];
    snprintf(field, sizeof field, "Location: http://closed.localhost:%s/robots.txt\r\n", r->port);
    send_head(r->to, 302, html, 0, field);
    return 302;
  }
  send_head(r->to, status, "text/plain", strlen(text), "");
  send_text(r->to, text);
  return status;
}

/* --- one fault each --- */

static int redirect(const request *r, int status, const char *to) {
  char field[1200];
  snprintf(field, sizeof field, "Location: %s\r\n", to);
  send_head(r->to, status, html, 0, field);
  return status;
}

static int f_loop(const request *r) { return redirect(r, 302, "/loop"); }

static int f_deeper(const request *r) {
  char to[1100];
  snprintf(to, sizeof to, "%s/x", r->path);
  return redirect(r, 302, to);
}

static int f_private(const request *r) { return redirect(r, 302, "http://10.0.0.1/"); }
static int f_cloud(const request *r) { return redirect(r, 302, "http://169.254.169.254/latest/meta-data"); }
static int f_file(const request *r) { return redirect(r, 302, "file:///etc/passwd"); }
static int f_moved(const request *r) { return redirect(r, 301, "/news/1.html?utm_source=moved#top"); }
static int f_arabic(const request *r) { return redirect(r, 302, "/صفحة/خبر جديد.html"); }

static int f_500(const request *r) {
  send_head(r->to, 500, html, 0, "");
  return 500;
}

/* Twice out of order, and then there. */
static int busy(const request *r, const char *field) {
  pthread_mutex_lock(&lock);
  site *s = site_of(r->host);
  unsigned before = s->looks++;
  pthread_mutex_unlock(&lock);
  if (before < 2) send_head(r->to, before == 0 ? 503 : 429, html, 0, field);
  if (before < 2) return before == 0 ? 503 : 429;
  send_page(r, 1, 0, "");
  return 200;
}

static int f_busy(const request *r) { return busy(r, "Retry-After: 1\r\n"); }

static int f_busy_date(const request *r) {
  char field[100];
  time_t then = time(NULL) + 2;
  struct tm parts;
  gmtime_r(&then, &parts);
  strftime(field, sizeof field, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
  return busy(r, field);
}

static int f_long(const request *r) {
  send_head(r->to, 503, html, 0, "Retry-After: 7200\r\n");
  return 503;
}

static int f_cut(const request *r) {
  send_head(r->to, 200, html, 9000, "");
  send_text(r->to, "<!DOCTYPE html><html><body><p>بداية الخبر ثم لا شيء");
  return 200;
}

static int f_cut_chunk(const request *r) {
  send_head(r->to, 200, html, SIZE_MAX, "Transfer-Encoding: chunked\r\n");
  send_text(r->to, "1000\r\n<!DOCTYPE html><html><body><p>");
  return 200;
}

static int f_wrong_length(const request *r) {
  char page[PAGE_ROOM];
  size_t length = write_page(page, r->host, 2, 0);
  send_head(r->to, 200, html, length + 3000, "");
  send_all(r->to, page, length);
  return 200;
}

static int f_short_length(const request *r) {
  char page[PAGE_ROOM];
  size_t length = write_page(page, r->host, 3, 0);
  send_head(r->to, 200, html, length - 20, "");
  send_all(r->to, page, length);
  return 200;
}

static int f_slow(const request *r) {
  char page[PAGE_ROOM];
  size_t length = write_page(page, r->host, 4, 0);
  send_head(r->to, 200, html, length, "");
  for (size_t at = 0; at < length; at += length / 8 + 1) {
    size_t step = length - at < length / 8 + 1 ? length - at : length / 8 + 1;
    send_all(r->to, page + at, step);
    nap(0.1);
  }
  return 200;
}

static int f_hang(const request *r) {
  (void)r;
  nap(60);
  return 0;
}

static int f_garbage(const request *r) {
  send_text(r->to, "this is no HTTP\r\n\r\nat all");
  return 0;
}

static size_t pack(unsigned char *out, size_t room, const unsigned char *bytes, size_t length, size_t times) {
  z_stream z = {0};
  if (deflateInit2(&z, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY) != Z_OK) exit(3);
  z.next_out = out;
  z.avail_out = (uInt)room;
  for (size_t i = 0; i < times; i++) {
    z.next_in = (Bytef *)(uintptr_t)bytes;
    z.avail_in = (uInt)length;
    deflate(&z, i + 1 == times ? Z_FINISH : Z_NO_FLUSH);
  }
  size_t size = room - z.avail_out;
  deflateEnd(&z);
  return size;
}

static int f_gzip(const request *r) {
  char page[PAGE_ROOM];
  unsigned char packed[PAGE_ROOM];
  size_t length = write_page(page, r->host, 5, 0);
  length = pack(packed, sizeof packed, (unsigned char *)page, length, 1);
  send_head(r->to, 200, html, length, "Content-Encoding: gzip\r\n");
  send_all(r->to, (char *)packed, length);
  return 200;
}

/* 40 MB of spaces in 40 KB; packed once more in 1 KB. */
static int bomb(const request *r, bool twice) {
  enum { ROOM = 1 << 20, PIECE = 1 << 16 };
  unsigned char *packed = malloc(ROOM), *again = malloc(ROOM), *piece = malloc(PIECE);
  memset(piece, ' ', PIECE);
  size_t length = pack(packed, ROOM, piece, PIECE, 600);
  if (twice) {
    length = pack(again, ROOM, packed, length, 1);
    memcpy(packed, again, length);
  }
  send_head(r->to, 200, html, length, twice ? "Content-Encoding: gzip, gzip\r\n" : "Content-Encoding: gzip\r\n");
  send_all(r->to, (char *)packed, length);
  free(packed);
  free(again);
  free(piece);
  return 200;
}

static int f_bomb(const request *r) { return bomb(r, false); }
static int f_bomb_twice(const request *r) { return bomb(r, true); }

static int f_huge(const request *r) {
  static const char line[] = "<p>سطر من صفحة لا تنتهي أبدا وتكبر وتكبر حتى يمل القارئ</p>\n";
  send_head(r->to, 200, html, SIZE_MAX, "");
  for (unsigned i = 0; i < 200000; i++)
    if (write(r->to, line, sizeof line - 1) <= 0) return 0;
  return 200;
}

static int f_huge_length(const request *r) {
  send_head(r->to, 200, html, (size_t)1 << 40, "");
  send_text(r->to, "<p>x");
  return 200;
}

static int f_heads(const request *r) {
  send_text(r->to, "HTTP/1.1 200 OK\r\n");
  for (unsigned i = 0; i < 100000; i++)
    if (write(r->to, "X-Much: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 70) <= 0) return 0;
  return 0;
}

static int f_hints(const request *r) {
  send_text(r->to, "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
  send_page(r, 6, 0, "");
  return 200;
}

static int f_chunked(const request *r) {
  char page[PAGE_ROOM], size[32];
  size_t length = write_page(page, r->host, 7, 0);
  send_head(r->to, 200, html, SIZE_MAX, "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n");
  for (size_t at = 0; at < length; at += 700) {
    size_t step = length - at < 700 ? length - at : 700;
    snprintf(size, sizeof size, "%zx\r\n", step);
    send_text(r->to, size);
    send_all(r->to, page + at, step);
    send_text(r->to, "\r\n");
  }
  send_text(r->to, "0\r\nX-Sum: 17\r\n\r\n");
  return 200;
}

static int f_etag(const request *r) {
  bool known = strstr(r->text, "If-None-Match: \"e1\"") != NULL;
  if (known) send_head(r->to, 304, html, SIZE_MAX, "ETag: \"e1\"\r\n");
  if (!known) send_page(r, 8, 0, "ETag: \"e1\"\r\nLast-Modified: Sun, 04 May 2025 10:00:00 GMT\r\n");
  return known ? 304 : 200;
}

/* windows-1256 that calls itself UTF-8: "السوق" and more, letter by letter. */
static int f_charset(const request *r) {
  static const char word[] = "\xC7\xE1\xD3\xE6\xDE \xC7\xE1\xDF\xC8\xED\xD1 \xED\xDD\xCA\xCD \xC3\xC8\xE6\xC7\xC8\xE5 ";
  char page[PAGE_ROOM];
  int at = snprintf(page, sizeof page, "<!DOCTYPE html><html><head><title>%s</title></head><body><article><h1>%s</h1>", word, word);
  for (int i = 0; i < 12; i++) at += snprintf(page + at, sizeof page - (size_t)at, "<p>%s%s%s%s</p>\n", word, word, word, word);
  at += snprintf(page + at, sizeof page - (size_t)at, "</article></body></html>");
  send_head(r->to, 200, html, (size_t)at, "");
  send_all(r->to, page, (size_t)at);
  return 200;
}

static int f_pdf(const request *r) {
  send_head(r->to, 200, "application/pdf", 9, "");
  send_text(r->to, "%PDF-1.7\n");
  return 200;
}

static int f_empty(const request *r) {
  send_head(r->to, 200, html, 0, "");
  return 200;
}

static int f_cookie(const request *r) {
  if (strstr(r->text, "Cookie:") != NULL) return f_500(r);
  send_head(r->to, 302, html, 0, "Set-Cookie: seen=1\r\nLocation: /news/9.html\r\n");
  return 302;
}

/* A front page that names its feed; a sitemap with two pages of today and one of long ago; a feed that moved for good; one that is gone. */
static int f_front(const request *r) {
  static const char page[] = "<!DOCTYPE html><html><head><title>x</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\">"
                             "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/comments/feed.xml\"></head><body><p>x</body></html>";
  send_head(r->to, 200, html, sizeof page - 1, "");
  send_text(r->to, page);
  return 200;
}

static int f_sitemap(const request *r) {
  char map[2000], today[40];
  time_t then = time(NULL) - 3600;
  struct tm parts;
  gmtime_r(&then, &parts);
  strftime(today, sizeof today, "%Y-%m-%dT%H:%M:%SZ", &parts);
  int length =
      snprintf(map, sizeof map,
               "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://%s:%s/news/1.html</loc>"
               "<lastmod>%s</lastmod></url><url><loc>http://%s:%s/news/2.html</loc><lastmod>%s</lastmod></url><url>"
               "<loc>http://%s:%s/news/4.html</loc><lastmod>2019-01-01</lastmod></url></urlset>",
               r->host, r->port, today, r->host, r->port, today, r->host, r->port);
  send_head(r->to, 200, "application/xml", (size_t)length, "");
  send_all(r->to, map, (size_t)length);
  return 200;
}

static int f_old_feed(const request *r) { return redirect(r, 301, "/feed.xml"); }

static int f_gone(const request *r) {
  send_head(r->to, 410, html, 0, "");
  return 410;
}

/* Another edition of the page from now on: /edit/N */
static int f_edit(const request *r) {
  unsigned n = (unsigned)strtoul(r->path + strlen("/edit/"), NULL, 10) % MOST_ITEMS;
  pthread_mutex_lock(&lock);
  site_of(r->host)->edition[n]++;
  pthread_mutex_unlock(&lock);
  send_head(r->to, 200, "text/plain", 2, "");
  send_text(r->to, "ok");
  return 200;
}

/* Takes what alerts send, and writes it behind the log. The first post to a host fails. */
static int f_hook(const request *r) {
  pthread_mutex_lock(&lock);
  unsigned before = site_of(r->host)->looks++;
  const char *body = strstr(r->text, "\r\n\r\n");
  if (before > 0 && body != NULL) fprintf(log_file, "hook %s\n", body + 4);
  fflush(log_file);
  pthread_mutex_unlock(&lock);
  send_head(r->to, before > 0 ? 204 : 500, html, 0, "");
  return before > 0 ? 204 : 500;
}

static const struct {
  const char *path;
  int (*answer)(const request *r);
} faults[] = {
    {"/feed.xml", send_feed},
    {"/news/", send_news},
    {"/robots.txt", send_robots},
    {"/front", f_front},
    {"/sitemap.xml", f_sitemap},
    {"/oldfeed", f_old_feed},
    {"/gonefeed", f_gone},
    {"/loop", f_loop},
    {"/deeper", f_deeper},
    {"/private", f_private},
    {"/cloud", f_cloud},
    {"/file", f_file},
    {"/moved", f_moved},
    {"/arabic", f_arabic},
    {"/500", f_500},
    {"/busydate", f_busy_date},
    {"/busy", f_busy},
    {"/long", f_long},
    {"/cutchunk", f_cut_chunk},
    {"/cut", f_cut},
    {"/wronglength", f_wrong_length},
    {"/shortlength", f_short_length},
    {"/slow", f_slow},
    {"/hang", f_hang},
    {"/garbage", f_garbage},
    {"/gzip", f_gzip},
    {"/bombtwice", f_bomb_twice},
    {"/bomb", f_bomb},
    {"/hugelength", f_huge_length},
    {"/huge", f_huge},
    {"/heads", f_heads},
    {"/hints", f_hints},
    {"/chunked", f_chunked},
    {"/etag", f_etag},
    {"/charset", f_charset},
    {"/pdf", f_pdf},
    {"/empty", f_empty},
    {"/cookie", f_cookie},
    {"/edit/", f_edit},
    {"/hook", f_hook},
};

static int answer(const request *r) {
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
    if (strncmp(r->path, faults[i].path, strlen(faults[i].path)) == 0) return faults[i].answer(r);
  if (strncmp(r->path, "/%D8%B5", 7) == 0 || strncmp(r->path, "/secret", 7) == 0 || strncmp(r->path, "/page", 5) == 0) {
    send_page(r, 10, 0, "");
    return 200;
  }
  send_head(r->to, 404, html, 0, "");
  return 404;
}

static bool has_whole_body(const request *r) {
  const char *body = strstr(r->text, "\r\n\r\n"), *length = strstr(r->text, "Content-Length: ");
  if (body == NULL) return false;
  return length == NULL || length > body || strlen(body + 4) >= strtoul(length + 16, NULL, 10);
}

/* As a proxy it is asked for whole addresses, and is every site itself. */
static void drop_authority(char *path) {
  char *end = strncmp(path, "http://", 7) == 0 ? strchr(path + 7, '/') : NULL;
  if (end != NULL) memmove(path, end, strlen(end) + 1);
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
  double at = now();
  const char *host = strstr(r->text, "Host: ");
  if (host != NULL) sscanf(host + 6, "%159[^\r\n]", authority);
  sscanf(authority, "%127[^:]:%15s", r->host, r->port);
  bool good = sscanf(r->text, "%*s %1023s HTTP/1.", r->path) == 1;
  drop_authority(r->path);
  if (good) note(r, at, answer(r));
  shutdown(r->to, SHUT_WR);
  close(r->to);
  free(r);
  return NULL;
}

int main(int argc, char **argv) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t size = sizeof address;
  pthread_attr_t detached;
  signal(SIGPIPE, SIG_IGN);
  alarm(argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 600);
  log_file = argc > 1 ? fopen(argv[1], "w") : NULL;
  if (argc > 2) item_count = (unsigned)strtoul(argv[2], NULL, 10);
  if (argc > 7) {
    pace = strtod(argv[4], NULL);
    base = strtod(argv[5], NULL);
    speed = strtod(argv[6], NULL);
    start = strtod(argv[7], NULL);
  }
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (log_file == NULL || item_count >= MOST_ITEMS || listener < 0) return 2;
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 256) != 0) return 2;
  if (getsockname(listener, (struct sockaddr *)&address, &size) != 0) return 2;
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  pthread_attr_init(&detached);
  pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&detached, 512 * 1024);
  for (;;) {
    pthread_t thread;
    int connection = accept(listener, NULL, NULL);
    request *r = calloc(1, sizeof *r);
    if (connection < 0 || r == NULL) return 1;
    r->to = connection;
    if (pthread_create(&thread, &detached, serve_one, r) != 0) return 1;
  }
}
