/* The tags of a document that is mended, and the elements that they leave open. */
#include "feed/mend_tags.h"

#include "feed/words.h"

enum { ATTRIBUTES = 64 };

static isnad_slice slice(const mender *m, size_t begin, size_t end) { return (isnad_slice){m->in.bytes + begin, end - begin}; }

/* --- names --- */

static bool opens_name(char c) { return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '_'; }

static bool in_name(char c) { return opens_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; }

size_t mend_name_end(const mender *m, size_t at) {
  if (at >= m->in.length || !opens_name(m->in.bytes[at])) return at;
  while (at < m->in.length && in_name(m->in.bytes[at])) at++;
  return m->in.bytes[at - 1] == ':' ? at - 1 : at;
}

static bool same(isnad_slice a, isnad_slice b) {
  if (a.length != b.length) return false;
  for (size_t i = 0; i < a.length; i++)
    if (to_lower(a.bytes[i]) != to_lower(b.bytes[i])) return false;
  return true;
}

static bool is_one_of(isnad_slice name, const char *const *words) {
  for (; *words != NULL; words++)
    if (word_is(name, *words)) return true;
  return false;
}

/* --- the stack of open elements --- */

static void close_top(mender *m) {
  isnad_slice name = m->stack[--m->depth];
  buf_add_text(&m->out, "</");
  buf_add_slice(&m->out, name);
  buf_add_char(&m->out, '>');
}

/* Closes what is open above `depth`, telling each. */
static void close_above(mender *m, size_t depth) {
  while (m->depth > depth) {
    isnad_slice name = m->stack[m->depth - 1];
    fault_add(&m->source->faults, ISNAD_FAULT_MARKUP, mend_line(m, m->at), "<%.*s> is not closed", (int)name.length, name.bytes);
    close_top(m);
  }
}

/* An item begins inside an item, or a field of plain text inside another: the one before was not closed. */
static void close_forgotten(mender *m, isnad_slice name) {
  static const char *const items[] = {"item", "entry", NULL};
  static const char *const fields[] = {"title", "link", "guid", "pubdate", "description", "comments", "category", NULL};
  if (is_one_of(name, items))
    for (size_t i = 0; i < m->depth; i++)
      if (same(m->stack[i], name)) {
        close_above(m, i);
        return;
      }
  if (m->depth > 0 && is_one_of(name, fields) && is_one_of(m->stack[m->depth - 1], fields)) close_above(m, m->depth - 1);
}

static bool push(mender *m, isnad_slice name) {
  if (m->depth == m->source->deepest) return false;
  m->stack[m->depth++] = name;
  return true;
}

/* --- tags --- */

static void blanks(mender *m) {
  while (m->at < m->in.length &&
         (is_blank(m->in.bytes[m->at]) || (m->in.bytes[m->at] == '/' && m->at + 1 < m->in.length && m->in.bytes[m->at + 1] != '>')))
    mend_drop(m, m->at + 1);
}

static void odd_tag(mender *m, isnad_slice name, const char *what) {
  fault_add(&m->source->faults, ISNAD_FAULT_MARKUP, mend_line(m, m->at), "<%.*s>: %s", (int)name.length, name.bytes, what);
}

/* Takes a value: quoted, or up to a blank or the tag's end. A quote that stays open over another tag was none. */
static isnad_slice take_value(mender *m, isnad_slice tag_name) {
  char quote = m->in.bytes[m->at];
  size_t begin = m->at + 1, end = begin;
  if (quote == '"' || quote == '\'') {
    while (end < m->in.length && m->in.bytes[end] != quote && m->in.bytes[end] != '<') end++;
    if (end < m->in.length && m->in.bytes[end] == quote) {
      m->at = end + 1;
      return slice(m, begin, end);
    }
  } else {
    begin = m->at;
  }
  for (end = begin; end < m->in.length && !is_blank(m->in.bytes[end]) && m->in.bytes[end] != '>';) end++;
  m->at = end;
  if (end < m->in.length) odd_tag(m, tag_name, "the value of an attribute is not quoted");
  return slice(m, begin, end);
}

static void write_attribute(mender *m, isnad_slice name, isnad_slice value) {
  buf_add_char(&m->out, ' ');
  buf_add_slice(&m->out, name);
  buf_add_text(&m->out, "=\"");
  mend_text(m, (size_t)(value.bytes - m->in.bytes), (size_t)(value.bytes - m->in.bytes) + value.length, true);
  buf_add_char(&m->out, '"');
}

static bool is_new(const isnad_slice *names, size_t count, isnad_slice name) {
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_equal(names[i], name)) return false;
  return count < ATTRIBUTES;
}

/* One attribute, or what stands in its place. */
static void take_attribute(mender *m, isnad_slice tag_name, isnad_slice *names, size_t *count) {
  size_t end = mend_name_end(m, m->at);
  isnad_slice name = slice(m, m->at, end);
  if (name.length == 0) {
    odd_tag(m, tag_name, "something that is no attribute");
    m->at++;
    return;
  }
  m->at = end;
  blanks(m);
  isnad_slice value = slice(m, m->at, m->at);
  if (m->at < m->in.length && m->in.bytes[m->at] == '=') {
    m->at++;
    blanks(m);
    if (m->at < m->in.length) value = take_value(m, tag_name);
  } else {
    odd_tag(m, tag_name, "an attribute without a value");
  }
  if (is_new(names, *count, name)) {
    names[(*count)++] = name;
    write_attribute(m, name, value);
  } else {
    odd_tag(m, tag_name, "an attribute stands twice");
  }
}

bool mend_start_tag(mender *m, size_t end) {
  static const char *const void_names[] = {"br", "hr", "img", "wbr", "input", NULL};
  isnad_slice name = slice(m, m->at + 1, end), names[ATTRIBUTES];
  size_t count = 0, undo = m->out.length;
  close_forgotten(m, name);
  buf_add_char(&m->out, '<');
  buf_add_slice(&m->out, name);
  m->at = end;
  for (blanks(m); m->at < m->in.length && m->in.bytes[m->at] != '>' && m->in.bytes[m->at] != '/' && m->in.bytes[m->at] != '<'; blanks(m))
    take_attribute(m, name, names, &count);
  if (m->at >= m->in.length) {
    if (!m->out.failed) m->out.length = undo;
    mend_cut(m, "a tag");
    return true;
  }
  bool closed = m->in.bytes[m->at] == '/', open = m->in.bytes[m->at] == '<';
  if (open) odd_tag(m, name, "the tag does not end");
  m->at += closed ? 2 : !open;
  if (m->at > m->in.length) m->at = m->in.length;
  if (!closed && is_one_of(name, void_names)) {
    odd_tag(m, name, "not closed, as in HTML");
    closed = true;
  }
  buf_add_text(&m->out, closed ? "/>" : ">");
  return closed || push(m, name);
}

void mend_end_tag(mender *m, size_t end) {
  isnad_slice name = slice(m, m->at + 2, end);
  size_t close = end, depth = m->depth;
  while (close < m->in.length && m->in.bytes[close] != '>' && m->in.bytes[close] != '<') close++;
  if (close == m->in.length) {
    mend_cut(m, "a tag");
    return;
  }
  while (depth > 0 && !same(m->stack[depth - 1], name)) depth--;
  if (depth == 0) {
    fault_add(&m->source->faults, ISNAD_FAULT_MARKUP, mend_line(m, m->at), "</%.*s> closes nothing", (int)name.length, name.bytes);
  } else {
    close_above(m, depth);
    if (!isnad_slice_equal(m->stack[depth - 1], name)) odd_tag(m, name, "opened and closed in different letters");
    close_top(m);
  }
  mend_drop(m, close + (m->in.bytes[close] == '>'));
}
