/* Host names in any script as the DNS knows them. */
#include "base/buf.h"
#include "fetch/target.h"

#include <stdlib.h>
#include <utf8proc.h>

enum { LONGEST_LABEL = 63, LONGEST_NAME = 253 };

/* RFC 3492, 5: the parameters of punycode. */
enum { BASE = 36, TMIN = 1, TMAX = 26, SKEW = 38, DAMP = 700, INITIAL_BIAS = 72, INITIAL_N = 128 };

static uint32_t adapt(uint32_t delta, uint32_t points, bool first) {
  uint32_t k = 0;
  delta = first ? delta / DAMP : delta / 2;
  delta += delta / points;
  for (; delta > (BASE - TMIN) * TMAX / 2; k += BASE) delta /= BASE - TMIN;
  return k + (BASE - TMIN + 1) * delta / (delta + SKEW);
}

static void add_digit(buf *out, uint32_t digit) { buf_add_char(out, (char)(digit < 26 ? 'a' + digit : '0' + (digit - 26))); }

static void add_number(buf *out, uint32_t number, uint32_t bias) {
  for (uint32_t k = BASE;; k += BASE) {
    uint32_t t = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias;
    if (number < t) break;
    add_digit(out, t + (number - t) % (BASE - t));
    number = (number - t) / (BASE - t);
  }
  add_digit(out, number);
}

/* RFC 3492, 6.3. Labels have at most 63 letters here, so that nothing overflows. */
static void add_punycode(buf *out, const int32_t *points, uint32_t count) {
  uint32_t n = INITIAL_N, delta = 0, bias = INITIAL_BIAS, basic = 0;
  buf_add_text(out, "xn--");
  for (uint32_t i = 0; i < count; i++)
    if (points[i] < INITIAL_N) {
      buf_add_char(out, (char)points[i]);
      basic++;
    }
  if (basic > 0) buf_add_char(out, '-');
  for (uint32_t done = basic; done < count; n++, delta++) {
    uint32_t next = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++)
      if ((uint32_t)points[i] >= n && (uint32_t)points[i] < next) next = (uint32_t)points[i];
    delta += (next - n) * (done + 1);
    n = next;
    for (uint32_t i = 0; i < count; i++) {
      if ((uint32_t)points[i] < n) delta++;
      if ((uint32_t)points[i] != n) continue;
      add_number(out, delta, bias);
      bias = adapt(delta, done + 1, done == basic);
      delta = 0;
      done++;
    }
  }
}

static bool plain(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/* Letters and digits of any script and what joins them; no marks of punctuation, blanks or controls. */
static bool may_stand(int32_t c) {
  if (c < INITIAL_N) return plain(c);
  if (c == 0x200C || c == 0x200D) return true; /* joiners: Persian names have them */
  utf8proc_category_t category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) || category == UTF8PROC_CATEGORY_SO;
}

static bool add_label(buf *out, const int32_t *points, uint32_t count) {
  size_t begin = out->length;
  bool ascii = true;
  if (count == 0 || count > LONGEST_LABEL) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (!may_stand(points[i])) return false;
    ascii = ascii && points[i] < INITIAL_N;
  }
  if (ascii)
    for (uint32_t i = 0; i < count; i++) buf_add_char(out, (char)points[i]);
  else
    add_punycode(out, points, count);
  return !out->failed && out->length - begin <= LONGEST_LABEL;
}

/* The stops that East Asian keyboards write. */
static bool is_stop(int32_t c) { return c == '.' || c == 0x3002; }

static bool add_labels(buf *out, const utf8proc_uint8_t *text, utf8proc_ssize_t length) {
  int32_t label[LONGEST_LABEL + 1], c = 0;
  uint32_t count = 0;
  for (utf8proc_ssize_t at = 0, step = 0; at < length; at += step) {
    step = utf8proc_iterate(text + at, length - at, &c);
    if (step <= 0) return false;
    if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF) continue; /* not seen, not meant */
    c = utf8proc_tolower(c);
    if (!is_stop(c) && count < LONGEST_LABEL + 1) label[count++] = c;
    if (!is_stop(c)) continue;
    if (!add_label(out, label, count)) return false;
    count = 0;
    if (at + step < length) buf_add_char(out, '.');
  }
  return count == 0 ? out->length > 0 && out->bytes[out->length - 1] != '.' : add_label(out, label, count);
}

isnad_slice fetch_host_ascii(isnad_arena *arena, isnad_slice host) {
  utf8proc_uint8_t *folded = NULL;
  buf out = buf_new(arena, host.length + 16);
  if (host.length == 0 || host.length > 4 * LONGEST_NAME) return (isnad_slice){NULL, 0};
  utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)host.bytes, (utf8proc_ssize_t)host.length, &folded,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  bool good = length > 0 && add_labels(&out, folded, length);
  free(folded);
  return good && !out.failed && out.length <= LONGEST_NAME ? buf_slice(&out) : (isnad_slice){NULL, 0};
}
