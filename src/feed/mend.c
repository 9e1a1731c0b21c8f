#include "feed/mend.h"

#include "feed/mend_tags.h"
#include "feed/words.h"

static isnad_slice slice(const mender *m, size_t begin, size_t end) { return (isnad_slice){m->in.bytes + begin, end - begin}; }

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
      isnad_slice root = slice(m, name, mend_name_end(m, name));
      buf_add_text(&m->out, "<!DOCTYPE ");
      buf_add_slice(&m->out, root.length > 0 ? root : isnad_slice_of("rss"));
      buf_add_slice(&m->out, subset);
      buf_add_char(&m->out, '>');
      mend_declared(m, subset);
      m->at = open + subset.length;
    }
    while (at < m->in.length && m->in.bytes[at] != '>') at++;
  }
  mend_drop(m, at < m->in.length ? at + 1 : at);
}

static void cdata(mender *m) {
  size_t begin = m->at + strlen("<![CDATA["), end = word_find(m->in, begin, "]]>");
  if (end == m->in.length) {
    mend_cut(m, "a CDATA section");
    return;
  }
  if (m->depth == 0) {
    mend_drop(m, end + 3);
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
    mend_cut(m, what);
  else
    mend_drop(m, end + strlen(close));
}

/* Markup at m->at. False when it is nested too deep. */
static bool markup(mender *m) {
  bool ends = m->at + 1 < m->in.length && m->in.bytes[m->at + 1] == '/';
  size_t begin = m->at + 1 + ends, end = mend_name_end(m, begin);
  if (end > begin && ends) return mend_end_tag(m, end), true;
  if (end > begin) return mend_start_tag(m, end);
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
    mend_cut(m, "a tag");
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
    mend_drop(m, end); /* outside the root only white space may stand */
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
