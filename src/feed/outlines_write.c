#include "base/buf.h"
#include "feed/words.h"
#include "isnad/feed.h"

/* What XML forbids is left out; white space in a value would be lost if it were not written as a reference. */
static void add_value(buf *out, isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) {
    char c = s.bytes[i];
    const char *as = c == '&'    ? "&amp;"
                     : c == '<'  ? "&lt;"
                     : c == '>'  ? "&gt;"
                     : c == '"'  ? "&quot;"
                     : c == '\n' ? "&#10;"
                     : c == '\t' ? "&#9;"
                                 : NULL;
    if (as != NULL)
      buf_add_text(out, as);
    else if ((unsigned char)c >= ' ')
      buf_add_char(out, c);
  }
}

static void add_attribute(buf *out, const char *name, isnad_slice value) {
  if (value.length == 0) return;
  buf_printf(out, " %s=\"", name);
  add_value(out, value);
  buf_add_char(out, '"');
}

static void indent(buf *out, uint32_t depth) {
  for (uint32_t i = 0; i < depth + 2 && i < 64; i++) buf_add_text(out, "  ");
}

static void close_down(buf *out, uint32_t *open, uint32_t depth) {
  while (*open > depth) {
    indent(out, --*open);
    buf_add_text(out, "</outline>\n");
  }
}

static void add_outline(buf *out, const isnad_outline *o, uint32_t depth, bool holds_more) {
  bool link = o->feed_url.length == 0 && word_is(o->type, "link");
  indent(out, depth);
  buf_add_text(out, "<outline");
  add_attribute(out, "type", o->type);
  buf_add_text(out, " text=\""); /* OPML asks for it even when it says nothing */
  add_value(out, o->text);
  buf_add_char(out, '"');
  add_attribute(out, "xmlUrl", o->feed_url);
  add_attribute(out, link ? "url" : "htmlUrl", o->site_url);
  add_attribute(out, "language", o->language);
  add_attribute(out, "category", o->category);
  buf_add_text(out, holds_more ? ">\n" : "/>\n");
}

isnad_status isnad_outlines_write(isnad_slice *opml, isnad_arena *arena, const isnad_outlines *outlines, isnad_err *err) {
  buf out = buf_new(arena, outlines->count * 160 + 256);
  uint32_t open = 0;
  uint32_t *depths = isnad_arena_array(arena, outlines->count + 1, sizeof *depths);
  if (depths == NULL) return isnad_arena_fail(err, arena, "feed");
  buf_add_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>");
  add_value(&out, outlines->title);
  buf_add_text(&out, "</title></head>\n  <body>\n");
  for (size_t i = 0; i < outlines->count; i++) {
    const isnad_outline *o = &outlines->items[i];
    if (o->parent != UINT32_MAX && o->parent >= i)
      return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "feed", (isnad_span){0, 0}, "outline %zu stands in one that comes later", i);
    depths[i] = o->parent == UINT32_MAX ? 0 : depths[o->parent] + 1;
    close_down(&out, &open, depths[i]);
    bool holds_more = i + 1 < outlines->count && outlines->items[i + 1].parent == i;
    add_outline(&out, o, depths[i], holds_more);
    open += holds_more;
  }
  close_down(&out, &open, 0);
  buf_add_text(&out, "  </body>\n</opml>\n");
  *opml = buf_slice(&out);
  return buf_status(&out, "feed", err);
}
