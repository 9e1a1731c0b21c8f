#include "feed/mend_text.h"

#include "feed/words.h"
#include "html/references.h"

enum { LONGEST_NAME = 32 };

uint32_t mend_line(mender *m, size_t at) {
  for (; m->counted < at && m->counted < m->in.length; m->counted++) m->line += m->in.bytes[m->counted] == '\n';
  return m->line;
}

void mend_drop(mender *m, size_t end) {
  for (; m->at < end; m->at++)
    if (m->in.bytes[m->at] == '\n') buf_add_char(&m->out, '\n');
}

void mend_cut(mender *m, const char *what) {
  fault_add(&m->source->faults, ISNAD_FAULT_CUT, mend_line(m, m->at), "the document ends inside %s", what);
  m->at = m->in.length;
}

void mend_declared(mender *m, isnad_slice subset) {
  for (size_t at = word_find(subset, 0, "<!entity"); at < subset.length; at = word_find(subset, at, "<!entity")) {
    at += strlen("<!entity");
    while (at < subset.length && is_blank(subset.bytes[at])) at++;
    size_t begin = at;
    while (at < subset.length && !is_blank(subset.bytes[at])) at++;
    if (m->declared_count < MEND_DECLARED) m->declared[m->declared_count++] = (isnad_slice){subset.bytes + begin, at - begin};
  }
}

static bool is_declared(const mender *m, isnad_slice name) {
  static const char *const always[] = {"amp", "lt", "gt", "quot", "apos"};
  for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
    if (isnad_slice_is(name, always[i])) return true;
  for (size_t i = 0; i < m->declared_count; i++)
    if (isnad_slice_equal(name, m->declared[i])) return true;
  return false;
}

static bool is_letter(char c) { return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'; }

/* The length of "&name;" or "&#1;" at `at`; 0 when an ampersand stands alone there. */
static size_t reference_length(const mender *m, size_t at, size_t end) {
  size_t i = at + 1 + (at + 1 < end && m->in.bytes[at + 1] == '#'), from = i;
  while (i < end && i - from < LONGEST_NAME && is_letter(m->in.bytes[i])) i++;
  return i > from && i < end && m->in.bytes[i] == ';' ? i + 1 - at : 0;
}

static bool is_allowed(unsigned long point) {
  return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0xD800) || (point >= 0xE000 && point < 0xFFFE) ||
         (point > 0xFFFF && point <= 0x10FFFF);
}

/* "&#...;": the number, or false when it is none. */
static bool number_of(isnad_slice reference, unsigned long *point) {
  bool hex = reference.length > 3 && to_lower(reference.bytes[2]) == 'x';
  size_t at = hex ? 3 : 2;
  if (at + 1 >= reference.length) return false;
  for (*point = 0; at + 1 < reference.length; at++) {
    char c = to_lower(reference.bytes[at]);
    bool letter = hex && c >= 'a' && c <= 'f';
    if (!letter && (c < '0' || c > '9')) return false;
    if (*point <= 0x10FFFF) *point = *point * (hex ? 16 : 10) + (unsigned long)(letter ? c - 'a' + 10 : c - '0');
  }
  return true;
}

static void lone_ampersand(mender *m, size_t at) {
  fault_add(&m->source->faults, ISNAD_FAULT_AMPERSAND, mend_line(m, at), "an ampersand that begins no reference");
  buf_add_text(&m->out, "&amp;");
}

/* A character of markup must not become markup. */
static void add_escaped(mender *m, isnad_slice text) {
  for (size_t i = 0; i < text.length; i++) {
    char c = text.bytes[i];
    const char *as = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
    if (as != NULL)
      buf_add_text(&m->out, as);
    else
      buf_add_char(&m->out, c);
  }
}

static void named(mender *m, size_t at, isnad_slice reference) {
  isnad_slice name = {reference.bytes + 1, reference.length - 2};
  char room[4 * LONGEST_NAME];
  if (is_declared(m, name)) {
    buf_add_slice(&m->out, reference);
    return;
  }
  size_t length = html_decode(room, m->in.bytes, (uint32_t)at, (uint32_t)(at + reference.length), HTML_READ_REFERENCES);
  bool known = length > 0 && room[0] != '&';
  fault_add(&m->source->faults, ISNAD_FAULT_ENTITY, mend_line(m, at), "the entity %.*s is not declared%s", (int)name.length, name.bytes,
            known ? "; read as in HTML" : "");
  add_escaped(m, known ? (isnad_slice){room, length} : reference);
}

/* Writes the reference at `at`; returns how many bytes it takes. */
static size_t reference(mender *m, size_t at, size_t end) {
  size_t length = reference_length(m, at, end);
  isnad_slice whole = {m->in.bytes + at, length};
  unsigned long point = 0;
  if (length == 0) {
    lone_ampersand(m, at);
    return 1;
  }
  if (whole.bytes[1] != '#') {
    named(m, at, whole);
  } else if (!number_of(whole, &point)) {
    lone_ampersand(m, at);
    return 1;
  } else if (is_allowed(point)) {
    buf_printf(&m->out, "&#%lu;", point);
  } else {
    fault_add(&m->source->faults, ISNAD_FAULT_CONTROL, mend_line(m, at), "a reference to a character that XML forbids (%lu)", point);
  }
  return length;
}

/* How many bytes of a character that XML forbids stand at `at`; 0: none. */
static size_t forbidden(const mender *m, size_t at, size_t end) {
  unsigned char c = (unsigned char)m->in.bytes[at];
  if (c < ' ') return c != '\t' && c != '\n' && c != '\r';
  bool last = c == 0xEF && at + 2 < end && (unsigned char)m->in.bytes[at + 1] == 0xBF && (unsigned char)m->in.bytes[at + 2] >= 0xBE;
  return last ? 3 : 0;
}

static bool is_plain(const mender *m, size_t at, size_t end, bool raw) {
  char c = m->in.bytes[at];
  if (forbidden(m, at, end) > 0) return false;
  return raw || (c != '&' && c != '<' && c != '>' && c != '"');
}

static size_t odd(mender *m, size_t at, size_t end, bool value) {
  size_t control = forbidden(m, at, end);
  char c = m->in.bytes[at];
  if (control > 0) {
    fault_add(&m->source->faults, ISNAD_FAULT_CONTROL, mend_line(m, at), "a character that XML forbids");
    return control;
  }
  if (c == '&') return reference(m, at, end);
  if (c == '"' && !value)
    buf_add_char(&m->out, '"');
  else
    add_escaped(m, (isnad_slice){m->in.bytes + at, 1});
  return 1;
}

static void write(mender *m, size_t begin, size_t end, bool raw, bool value) {
  while (begin < end) {
    size_t run = begin;
    while (run < end && is_plain(m, run, end, raw)) run++;
    buf_add(&m->out, m->in.bytes + begin, run - begin);
    begin = run;
    if (begin < end) begin += odd(m, begin, end, value);
  }
}

void mend_text(mender *m, size_t begin, size_t end, bool value) { write(m, begin, end, false, value); }

void mend_raw(mender *m, size_t begin, size_t end) { write(m, begin, end, true, false); }
