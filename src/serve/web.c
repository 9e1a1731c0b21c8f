#include "serve/web.h"

#include "view/html_words.h"
#include "view/said.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

web web_new(exchange *x) { return (web){.out = &x->out, .x = x}; }

void web_closed(web *h) {
  if (h->in_tag) buf_add_char(h->out, '>');
  h->in_tag = false;
}

void web_open(web *h, const char *tag) {
  web_closed(h);
  buf_add_char(h->out, '<');
  buf_add_text(h->out, tag);
  if (h->depth < WEB_DEPTH) h->open[h->depth] = tag;
  h->depth++;
  h->in_tag = true;
}

void web_open_class(web *h, const char *tag, const char *class) {
  web_open(h, tag);
  if (class != NULL && class[0] != '\0') web_attr_text(h, "class", class);
}

void web_close(web *h) {
  web_closed(h);
  if (h->depth == 0) return;
  h->depth--;
  if (h->depth >= WEB_DEPTH) {
    h->out->failed = true; /* the program nests deeper than it may: no page rather than a wrong one */
    return;
  }
  buf_add_text(h->out, "</");
  buf_add_text(h->out, h->open[h->depth]);
  buf_add_char(h->out, '>');
}

void web_void(web *h, const char *tag) {
  web_closed(h);
  buf_add_char(h->out, '<');
  buf_add_text(h->out, tag);
  h->in_tag = true;
}

void web_attr(web *h, const char *name, isnad_slice value) {
  buf_add_char(h->out, ' ');
  buf_add_text(h->out, name);
  buf_add_text(h->out, "=\"");
  html_escape(h->out, value);
  buf_add_char(h->out, '"');
}

void web_attr_text(web *h, const char *name, const char *value) { web_attr(h, name, isnad_slice_of(value)); }

void web_attr_number(web *h, const char *name, long value) { web_attr_printf(h, name, "%ld", value); }

void web_attr_printf(web *h, const char *name, const char *pattern, ...) {
  char text[512];
  va_list args;
  va_start(args, pattern);
  int length = vsnprintf(text, sizeof text, pattern, args);
  va_end(args);
  web_attr(h, name, (isnad_slice){text, length > 0 && (size_t)length < sizeof text ? (size_t)length : 0});
}

void web_flag(web *h, const char *name) {
  buf_add_char(h->out, ' ');
  buf_add_text(h->out, name);
}

void web_text(web *h, isnad_slice words) {
  web_closed(h);
  html_escape(h->out, words);
}

void web_lines(web *h, isnad_slice words) {
  for (size_t i = 0, begin = 0; i <= words.length; i++) {
    if (i < words.length && words.bytes[i] != '\n') continue;
    web_text(h, (isnad_slice){words.bytes + begin, i - begin});
    if (i < words.length) buf_add_char(h->out, '\n');
    begin = i + 1;
  }
}

void web_space(web *h) {
  web_closed(h);
  buf_add_char(h->out, ' ');
}

void web_element(web *h, const char *tag, const char *class, isnad_slice words) {
  web_open_class(h, tag, class);
  web_text(h, words);
  web_close(h);
}

void web_element_words(web *h, const char *tag, const char *class, const char *id) { web_element(h, tag, class, word_of(h->x, id)); }

void web_words(web *h, const char *id) { web_text(h, word_of(h->x, id)); }

void web_foreign(web *h, isnad_slice words) { web_element(h, "bdi", NULL, words); }

void web_said(web *h, isnad_slice verb, isnad_slice rule, isnad_slice words) {
  if (verb.length > 0 && said_needs_verb(rule)) {
    web_element(h, "span", "verb", verb);
    web_text(h, isnad_slice_of(": "));
  }
  web_text(h, words);
}

void web_latin(web *h, isnad_slice words) {
  web_open(h, "bdi");
  web_attr_text(h, "dir", "ltr");
  web_text(h, words);
  web_close(h);
}

void web_number(web *h, uint64_t n) {
  char digits[24], grouped[36];
  int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n), at = 0;
  for (int i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0 && length > 4) grouped[at++] = ',';
    grouped[at++] = digits[i];
  }
  web_latin(h, (isnad_slice){grouped, (size_t)at});
}

/* --- addresses --- */

static void percent(buf *out, isnad_slice words) {
  static const char hex[] = "0123456789ABCDEF", plain[] = "-._~";
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i];
    bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c < 0x80 && c > 0 && strchr(plain, c) != NULL);
    if (kept) {
      buf_add_char(out, (char)c);
    } else {
      buf_add_char(out, '%');
      buf_add_char(out, hex[c >> 4]);
      buf_add_char(out, hex[c & 15]);
    }
  }
}

isnad_slice url_field(exchange *x, isnad_slice url, const char *name, isnad_slice value) {
  buf b = buf_new(x->arena, url.length + value.length * 3 + 32);
  bool first = url.length == 0 || memchr(url.bytes, '?', url.length) == NULL;
  buf_add_slice(&b, url);
  buf_add_char(&b, first ? '?' : '&');
  buf_add_text(&b, name);
  buf_add_char(&b, '=');
  percent(&b, value);
  return buf_slice(&b);
}

isnad_slice url_of(exchange *x, const char *path, isnad_slice part) {
  buf b = buf_new(x->arena, strlen(path) + part.length * 3 + 16);
  for (const char *c = path; *c != '\0'; c++) {
    if (*c == '*')
      percent(&b, part);
    else
      buf_add_char(&b, *c);
  }
  return x->english ? url_field(x, buf_slice(&b), "lang", isnad_slice_of("en")) : buf_slice(&b);
}

void web_link(web *h, const char *class, isnad_slice url) {
  web_open_class(h, "a", class);
  web_attr(h, "href", url);
}
