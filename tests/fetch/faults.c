/* What goes wrong on purpose: one fault a path, by the table at the end. */
#include "web.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static int redirect(request *r, int status, const char *to) {
  char field[1200];
  snprintf(field, sizeof field, "Location: %s\r\n", to);
  web_send_head(r, status, html, 0, field);
  return status;
}

static int f_loop(request *r) { return redirect(r, 302, "/loop"); }

static int f_deeper(request *r) {
  char to[1100];
  snprintf(to, sizeof to, "%s/x", r->path);
  return redirect(r, 302, to);
}

static int f_private(request *r) { return redirect(r, 302, "http://10.0.0.1/"); }
static int f_cloud(request *r) { return redirect(r, 302, "http://169.254.169.254/latest/meta-data"); }
static int f_file(request *r) { return redirect(r, 302, "file:///etc/passwd"); }
static int f_moved(request *r) { return redirect(r, 301, "/news/1.html?utm_source=moved#top"); }
static int f_arabic(request *r) { return redirect(r, 302, "/صفحة/خبر جديد.html"); }

static int f_500(request *r) {
  web_send_head(r, 500, html, 0, "");
  return 500;
}

/* Twice out of order, and then there. */
static int busy(request *r, const char *field) {
  pthread_mutex_lock(&the_web.lock);
  site *s = web_site(r->host);
  unsigned before = s->looks++;
  pthread_mutex_unlock(&the_web.lock);
  if (before < 2) web_send_head(r, before == 0 ? 503 : 429, html, 0, field);
  if (before < 2) return before == 0 ? 503 : 429;
  web_send_page(r, 1, 0, "");
  return 200;
}

static int f_busy(request *r) { return busy(r, "Retry-After: 1\r\n"); }

static int f_busy_date(request *r) {
  char field[100];
  time_t then = time(NULL) + 2;
  struct tm parts;
  gmtime_r(&then, &parts);
  strftime(field, sizeof field, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
  return busy(r, field);
}

static int f_long(request *r) {
  web_send_head(r, 503, html, 0, "Retry-After: 7200\r\n");
  return 503;
}

static int f_cut(request *r) {
  web_send_head(r, 200, html, 9000, "");
  web_send_text(r->to, "<!DOCTYPE html><html><body><p>بداية الخبر ثم لا شيء");
  return 200;
}

static int f_cut_chunk(request *r) {
  web_send_head(r, 200, html, SIZE_MAX, "Transfer-Encoding: chunked\r\n");
  web_send_text(r->to, "1000\r\n<!DOCTYPE html><html><body><p>");
  return 200;
}

static int f_wrong_length(request *r) {
  char page[PAGE_ROOM];
  size_t length = web_write_page(page, r->host, 2, 0);
  web_send_head(r, 200, html, length + 3000, "");
  web_send(r->to, page, length);
  return 200;
}

static int f_short_length(request *r) {
  char page[PAGE_ROOM];
  size_t length = web_write_page(page, r->host, 3, 0);
  web_send_head(r, 200, html, length - 20, "");
  web_send(r->to, page, length);
  return 200;
}

static int f_slow(request *r) {
  char page[PAGE_ROOM];
  size_t length = web_write_page(page, r->host, 4, 0);
  web_send_head(r, 200, html, length, "");
  for (size_t at = 0; at < length; at += length / 8 + 1) {
    size_t step = length - at < length / 8 + 1 ? length - at : length / 8 + 1;
    web_send(r->to, page + at, step);
    web_nap(0.1);
  }
  return 200;
}

static int f_hang(request *r) {
  (void)r;
  web_nap(60);
  return 0;
}

static int f_garbage(request *r) {
  web_send_text(r->to, "this is no HTTP\r\n\r\nat all");
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

static int f_gzip(request *r) {
  char page[PAGE_ROOM];
  unsigned char packed[PAGE_ROOM];
  size_t length = web_write_page(page, r->host, 5, 0);
  length = pack(packed, sizeof packed, (unsigned char *)page, length, 1);
  web_send_head(r, 200, html, length, "Content-Encoding: gzip\r\n");
  web_send(r->to, (char *)packed, length);
  return 200;
}

/* 40 MB of spaces in 40 KB; packed once more in 1 KB. */
static int bomb(request *r, bool twice) {
  enum { ROOM = 1 << 20, PIECE = 1 << 16 };
  unsigned char *packed = malloc(ROOM), *again = malloc(ROOM), *piece = malloc(PIECE);
  memset(piece, ' ', PIECE);
  size_t length = pack(packed, ROOM, piece, PIECE, 600);
  if (twice) {
    length = pack(again, ROOM, packed, length, 1);
    memcpy(packed, again, length);
  }
  web_send_head(r, 200, html, length, twice ? "Content-Encoding: gzip, gzip\r\n" : "Content-Encoding: gzip\r\n");
  web_send(r->to, (char *)packed, length);
  free(packed);
  free(again);
  free(piece);
  return 200;
}

static int f_bomb(request *r) { return bomb(r, false); }
static int f_bomb_twice(request *r) { return bomb(r, true); }

static int f_huge(request *r) {
  static const char line[] = "<p>سطر من صفحة لا تنتهي أبدا وتكبر وتكبر حتى يمل القارئ</p>\n";
  web_send_head(r, 200, html, SIZE_MAX, "");
  for (unsigned i = 0; i < 200000; i++)
    if (write(r->to, line, sizeof line - 1) <= 0) return 0;
  return 200;
}

static int f_huge_length(request *r) {
  web_send_head(r, 200, html, (size_t)1 << 40, "");
  web_send_text(r->to, "<p>x");
  return 200;
}

static int f_heads(request *r) {
  web_send_text(r->to, "HTTP/1.1 200 OK\r\n");
  for (unsigned i = 0; i < 100000; i++)
    if (write(r->to, "X-Much: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 70) <= 0) return 0;
  return 0;
}

static int f_hints(request *r) {
  web_send_text(r->to, "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
  web_send_page(r, 6, 0, "");
  return 200;
}

static int f_chunked(request *r) {
  char page[PAGE_ROOM], size[32];
  size_t length = web_write_page(page, r->host, 7, 0);
  web_send_head(r, 200, html, SIZE_MAX, "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n");
  for (size_t at = 0; at < length; at += 700) {
    size_t step = length - at < 700 ? length - at : 700;
    snprintf(size, sizeof size, "%zx\r\n", step);
    web_send_text(r->to, size);
    web_send(r->to, page + at, step);
    web_send_text(r->to, "\r\n");
  }
  web_send_text(r->to, "0\r\nX-Sum: 17\r\n\r\n");
  return 200;
}

static int f_etag(request *r) {
  bool known = strstr(r->text, "If-None-Match: \"e1\"") != NULL;
  if (known) web_send_head(r, 304, html, SIZE_MAX, "ETag: \"e1\"\r\n");
  if (!known) web_send_page(r, 8, 0, "ETag: \"e1\"\r\nLast-Modified: Sun, 04 May 2025 10:00:00 GMT\r\n");
  return known ? 304 : 200;
}

/* windows-1256 that calls itself UTF-8: "السوق" and more, letter by letter. */
static int f_charset(request *r) {
  static const char word[] = "\xC7\xE1\xD3\xE6\xDE \xC7\xE1\xDF\xC8\xED\xD1 \xED\xDD\xCA\xCD \xC3\xC8\xE6\xC7\xC8\xE5 ";
  char page[PAGE_ROOM];
  int at = snprintf(page, sizeof page, "<!DOCTYPE html><html><head><title>%s</title></head><body><article><h1>%s</h1>", word, word);
  for (int i = 0; i < 12; i++) at += snprintf(page + at, sizeof page - (size_t)at, "<p>%s%s%s%s</p>\n", word, word, word, word);
  at += snprintf(page + at, sizeof page - (size_t)at, "</article></body></html>");
  web_send_head(r, 200, html, (size_t)at, "");
  web_send(r->to, page, (size_t)at);
  return 200;
}

static int f_pdf(request *r) {
  web_send_head(r, 200, "application/pdf", 9, "");
  web_send_text(r->to, "%PDF-1.7\n");
  return 200;
}

static int f_empty(request *r) {
  web_send_head(r, 200, html, 0, "");
  return 200;
}

static int f_cookie(request *r) {
  if (strstr(r->text, "Cookie:") != NULL) return f_500(r);
  web_send_head(r, 302, html, 0, "Set-Cookie: seen=1\r\nLocation: /news/9.html\r\n");
  return 302;
}

/* A front page that names its feed; a sitemap with two pages of today and one of long ago; a feed that moved for good; one that is gone. */
static int f_front(request *r) {
  static const char page[] = "<!DOCTYPE html><html><head><title>x</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\">"
                             "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/comments/feed.xml\"></head><body><p>x</body></html>";
  web_send_head(r, 200, html, sizeof page - 1, "");
  web_send_text(r->to, page);
  return 200;
}

static int f_sitemap(request *r) {
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
  web_send_head(r, 200, "application/xml", (size_t)length, "");
  web_send(r->to, map, (size_t)length);
  return 200;
}

static int f_old_feed(request *r) { return redirect(r, 301, "/feed.xml"); }

static int f_gone(request *r) {
  web_send_head(r, 410, html, 0, "");
  return 410;
}

/* Another edition of the page from now on: /edit/N */
static int f_edit(request *r) {
  unsigned n = (unsigned)strtoul(r->path + strlen("/edit/"), NULL, 10) % MOST_ITEMS;
  pthread_mutex_lock(&the_web.lock);
  web_site(r->host)->edition[n]++;
  pthread_mutex_unlock(&the_web.lock);
  web_send_head(r, 200, "text/plain", 2, "");
  web_send_text(r->to, "ok");
  return 200;
}

/* Connections are taken in the order in which they came, so what clients asked for that are gone by now is answered first. */
static int f_quiet(request *r) {
  enum { STEPS = 6000 }; /* a minute, against hanging */
  unsigned open = 2;
  for (int i = 0; open > 1 && i < STEPS; i++) {
    pthread_mutex_lock(&the_web.lock);
    open = the_web.open;
    pthread_mutex_unlock(&the_web.lock);
    if (open > 1) web_nap(0.01);
  }
  r->logged = true;
  web_send_head(r, open > 1 ? 503 : 200, "text/plain", 0, "");
  return 200;
}

/* Takes what alerts send, and writes it behind the log. The first post to a host fails. */
static int f_hook(request *r) {
  pthread_mutex_lock(&the_web.lock);
  unsigned before = web_site(r->host)->looks++;
  const char *body = strstr(r->text, "\r\n\r\n");
  if (before > 0 && body != NULL) fprintf(the_web.log, "hook %s\n", body + 4);
  fflush(the_web.log);
  pthread_mutex_unlock(&the_web.lock);
  web_send_head(r, before > 0 ? 204 : 500, html, 0, "");
  return before > 0 ? 204 : 500;
}

static const struct {
  const char *path;
  int (*answer)(request *r);
} faults[] = {
    {"/feed.xml", web_send_feed},
    {"/news/", web_send_news},
    {"/robots.txt", web_send_robots},
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
    {"/quiet", f_quiet},
    {"/hook", f_hook},
};

int web_answer(request *r) {
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
    if (strncmp(r->path, faults[i].path, strlen(faults[i].path)) == 0) return faults[i].answer(r);
  if (strncmp(r->path, "/%D8%B5", 7) == 0 || strncmp(r->path, "/secret", 7) == 0 || strncmp(r->path, "/page", 5) == 0) {
    web_send_page(r, 10, 0, "");
    return 200;
  }
  web_send_head(r, 404, html, 0, "");
  return 404;
}
