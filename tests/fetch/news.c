/* The sites: a feed, pages of words in no order, a robots.txt. Some pages fail when they are asked for the first time. */
#include "web.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WINDOW = 12, FEED_ROOM = 65536 };

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

size_t web_write_page(char out[PAGE_ROOM], const char *host, unsigned n, unsigned edition) {
  int at = snprintf(out, PAGE_ROOM,
                    "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"utf-8\"><title>الخبر %u من %s</title></head><body><article><h1>الخبر "
                    "%u من %s</h1>\n",
                    n, host, n, host);
  uint64_t seed = seed_of(host, n);
  for (unsigned i = 0; i < 6; i++) {
    at += snprintf(out + at, (size_t)(PAGE_ROOM - at),
                   "<p>قال مدير السوق في بلدة %s إن %u شاحنة من القمح وصلت يوم الأحد، وهذه هي الفقرة %u من الخبر رقم %u،", host,
                   100 + n * 7 + i + (i == 0 ? edition * 1000 : 0), i, n);
    at += write_words(out + at, PAGE_ROOM - at, &seed);
    at += snprintf(out + at, (size_t)(PAGE_ROOM - at), ".</p>\n");
  }
  at += snprintf(out + at, (size_t)(PAGE_ROOM - at), "</article></body></html>\n");
  return (size_t)at;
}

void web_send_page(request *r, unsigned n, unsigned edition, const char *fields) {
  char page[PAGE_ROOM];
  size_t length = web_write_page(page, r->host, n, edition);
  web_send_head(r, 200, html, length, fields);
  web_send(r->to, page, length);
}

/* --- the feed of a site --- */

static unsigned unserved(const site *s) {
  unsigned count = 0;
  for (unsigned i = 0; i < s->shown; i++) count += !s->served[i];
  return count;
}

/* Each site has its own pace, from half to one and a half of the common one. */
static double pace_of(const char *host) { return the_web.pace * (0.5 + (double)(seed_of(host, 0) % 1000) / 1000); }

static unsigned shown_by_now(const char *host) {
  double items = (web_now() - the_web.start) / pace_of(host);
  return items > 0 ? (unsigned)items : 0;
}

static void write_time(char out[100], const char *host, unsigned n) {
  struct tm parts;
  time_t when = (time_t)(the_web.base + the_web.speed * (n + 1) * pace_of(host));
  gmtime_r(&when, &parts);
  strftime(out, 100, "<pubDate>%a, %d %b %Y %H:%M:%S GMT</pubDate>", &parts);
}

int web_send_feed(request *r) {
  char feed[FEED_ROOM], etag[64], field[100];
  pthread_mutex_lock(&the_web.lock);
  site *s = web_site(r->host);
  if (the_web.pace <= 0 && s->shown < the_web.items && unserved(s) + 2 <= WINDOW / 2) s->shown += 2;
  if (the_web.pace > 0) s->shown = shown_by_now(r->host);
  if (s->shown > the_web.items) s->shown = the_web.items;
  unsigned last = s->shown, first = last > WINDOW ? last - WINDOW : 0, look = s->looks++;
  pthread_mutex_unlock(&the_web.lock);
  snprintf(etag, sizeof etag, "\"f%u\"", last);
  snprintf(field, sizeof field, "ETag: %s\r\n", etag);
  if (look % 7 == 3) {
    web_send_head(r, 500, html, 0, "");
    return 500;
  }
  if (strstr(r->text, etag) != NULL) {
    web_send_head(r, 304, html, SIZE_MAX, field);
    return 304;
  }
  int at = snprintf(feed, sizeof feed, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>%s</title>\n", r->host);
  for (unsigned n = last; n > first; n--) {
    char when[100] = "";
    if (the_web.pace > 0) write_time(when, r->host, n - 1);
    at += snprintf(feed + at, sizeof feed - (size_t)at,
                   "<item><title>الخبر %u من %s</title><link>http://%s:%s/news/%u.html?utm_source=rss</link>%s</item>\n", n - 1, r->host, r->host,
                   r->port, n - 1, when);
  }
  at += snprintf(feed + at, sizeof feed - (size_t)at, "</channel></rss>\n");
  web_send_head(r, 200, "application/rss+xml", (size_t)at, field);
  web_send(r->to, feed, (size_t)at);
  return 200;
}

/* --- pages, some of which fail at first --- */

int web_send_news(request *r) {
  unsigned n = (unsigned)strtoul(r->path + strlen("/news/"), NULL, 10) % MOST_ITEMS;
  pthread_mutex_lock(&the_web.lock);
  site *s = web_site(r->host);
  unsigned before = s->asked[n], edition = s->edition[n];
  s->asked[n] = (unsigned char)(before < 200 ? before + 1 : before);
  pthread_mutex_unlock(&the_web.lock);
  if (before == 0 && n % 7 == 3) {
    web_send_head(r, 503, html, 0, "Retry-After: 1\r\n");
    return 503;
  }
  if (before == 0 && n % 11 == 5) {
    web_send_head(r, 500, html, 0, "");
    return 500;
  }
  if (before == 0 && n % 13 == 6) {
    web_log(r, 0);
    web_send_head(r, 200, html, 5000, "");
    web_send_text(r->to, "<!DOCTYPE html><html><body><p>يبدأ");
    return 0;
  }
  if (before == 0 && n % 17 == 8) web_nap(0.3);
  web_send_page(r, n, edition, "");
  pthread_mutex_lock(&the_web.lock);
  s->served[n] = 1;
  pthread_mutex_unlock(&the_web.lock);
  return 200;
}

int web_send_robots(request *r) {
  const char *text = "User-agent: *\nDisallow: /secret\n";
  int status = strncmp(r->host, "norobots", 8) == 0 ? 404 : strncmp(r->host, "down", 4) == 0 ? 503 : 200;
  if (strncmp(r->host, "slowly", 6) == 0) text = "User-agent: isnad\nCrawl-delay: 2\n";
  if (strncmp(r->host, "closed", 6) == 0) text = "User-agent: isnad\nDisallow: /\n";
  if (strncmp(r->host, "moved", 5) == 0) {
    char field[200];
    snprintf(field, sizeof field, "Location: http://closed.localhost:%s/robots.txt\r\n", r->port);
    web_send_head(r, 302, html, 0, field);
    return 302;
  }
  web_send_head(r, status, "text/plain", strlen(text), "");
  web_send_text(r->to, text);
  return status;
}
