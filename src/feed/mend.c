#include "feed/mend.h"

#include "base/buf.h"
#include "feed/mend_text.h"
#include "feed/words.h"

enum { ATTRIBUTES = 64 };

static isnad_slice slice(const mender *m, size_t begin, size_t end) { return (isnad_slice){m->in.bytes + begin, end - begin}; }

/* What is left out leaves its line breaks, so that lines keep their numbers. */
static void drop(mender *m, size_t end) {
  for (; m->at < end; m->at++)
    if (m->in.bytes[m->at] == '\n') buf_add_char(&m->out, '\n');
}

static void cut(mender *m, const char *what) {
  fault_add(&m->source->faults, ISNAD_FAULT_CUT, mend_line(m, m->at), "the document ends inside %s", what);
  m->at = m->in.length;
}

/* --- names --- */

static bool opens_name(char c) { return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '_'; }

static bool in_name(char c) { return opens_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; }

static size_t name_end(const mender *m, size_t at) {
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
    drop(m, m->at + 1);
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
  size_t end = name_end(m, m->at);
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

static bool start_tag(mender *m, size_t end) {
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
    cut(m, "a tag");
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

static void end_tag(mender *m, size_t end) {
  isnad_slice name = slice(m, m->at + 2, end);
  size_t close = end, depth = m->depth;
  while (close < m->in.length && m->in.bytes[close] != '>' && m->in.bytes[close] != '<') close++;
  if (close == m->in.length) {
    cut(m, "a tag");
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
  drop(m, close + (m->in.bytes[close] == '>'));
}

/* --- other markup --- */

static void doctype(mender *m) {
  size_t at = m->at, open = 0;
  while (at < m->in.length && m->in.bytes[at] != '>' && m->in.bytes[at] != '[') at++;
  if (at < m->in.length && m->in.bytes[at] == '[') {
    open = at;
    at = word_find(m->in, at, "]");
    isnad_slice subset = slice(m, open, at < m->in.length ? at + 1 : at);
    if (word_find(subset, 0, "<!entity") < subset.length && m->depth == 0) {
      size_t name = m->at + strlen("<!DOCTYPE");
      while (name < m->in.length && is_blank(m->in.bytes[name])) name++;
      isnad_slice root = slice(m, name, name_end(m, name));
      buf_add_text(&m->out, "<!DOCTYPE ");
      buf_add_slice(&m->out, root.length > 0 ? root : isnad_slice_of("rss"));
      buf_add_slice(&m->out, subset);
      buf_add_char(&m->out, '>');
      mend_declared(m, subset);
      m->at = open + subset.length;
    }
    while (at < m->in.length && m->in.bytes[at] != '>') at++;
  }
  drop(m, at < m->in.length ? at + 1 : at);
}

static void cdata(mender *m) {
  size_t begin = m->at + strlen("<![CDATA["), end = word_find(m->in, begin, "]]>");
  if (end == m->in.length) {
    cut(m, "a CDATA section");
    return;
  }
  if (m->depth == 0) {
    drop(m, end + 3);
    return;
  }
  buf_add_text(&m->out, "<![CDATA[");
  mend_raw(m, begin, end);
  buf_add_text(&m->out, "]]>");
  m->at = end + 3;
}

static void dropped(mender *m, const char *close, const char *what) {
  size_t end = word_find(m->in, m->at + 2, close);
  if (end == m->in.length)
    cut(m, what);
  else
    drop(m, end + strlen(close));
}

/* Markup at m->at. False when it is nested too deep. */
static bool markup(mender *m) {
  bool ends = m->at + 1 < m->in.length && m->in.bytes[m->at + 1] == '/';
  size_t begin = m->at + 1 + ends, end = name_end(m, begin);
  if (end > begin && ends) return end_tag(m, end), true;
  if (end > begin) return start_tag(m, end);
  if (word_at(m->in, m->at, "<!--"))
    dropped(m, "-->", "a comment");
  else if (word_at(m->in, m->at, "<![cdata["))
    cdata(m);
  else if (word_at(m->in, m->at, "<!doctype"))
    doctype(m);
  else if (word_at(m->in, m->at, "<?"))
    dropped(m, ">", "an instruction");
  else if (word_at(m->in, m->at, "<!"))
    dropped(m, ">", "a declaration");
  else if (m->at + 1 == m->in.length)
    cut(m, "a tag");
  else {
    fault_add(&m->source->faults, ISNAD_FAULT_MARKUP, mend_line(m, m->at), "a < that opens no tag");
    buf_add_text(&m->out, m->depth > 0 ? "&lt;" : "");
    m->at++;
  }
  return true;
}

static void text(mender *m) {
  const char *next = memchr(m->in.bytes + m->at, '<', m->in.length - m->at);
  size_t end = next != NULL ? (size_t)(next - m->in.bytes) : m->in.length;
  if (m->depth > 0)
    mend_text(m, m->at, end, false);
  else
    drop(m, end); /* outside the root only white space may stand */
  m->at = end;
}

isnad_status feed_mend(isnad_slice *out, feed_source *source, isnad_err *err) {
  mender m = {.in = source->text, .source = source, .line = source->first_line, .out = buf_new(source->arena, source->text.length + 64)};
  m.stack = isnad_arena_array(source->arena, source->deepest, sizeof *m.stack);
  if (m.stack == NULL) return isnad_arena_fail(err, source->arena, "feed");
  bool shallow = true, rooted = false;
  while (shallow && m.at < m.in.length && !(rooted && m.depth == 0)) {
    if (m.in.bytes[m.at] == '<')
      shallow = markup(&m);
    else
      text(&m);
    rooted = rooted || m.depth > 0;
  }
  if (!shallow)
    return isnad_err_set(err, ISNAD_LIMIT, "feed", (isnad_span){0, 0}, "line %u: elements are nested more than %u deep", mend_line(&m, m.at),
                         source->deepest);
  if (word_trim((isnad_slice){m.in.bytes + m.at, m.in.length - m.at}).length > 0)
    fault_add(&source->faults, ISNAD_FAULT_JUNK, mend_line(&m, m.at), "something stands behind the document");
  *out = buf_slice(&m.out);
  return buf_status(&m.out, "feed", err);
}
