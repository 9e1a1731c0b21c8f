/* tests/cases/feeds.tsv over the files of tests/feeds/cases. */
#include "../case_table.h"

#include "base/clock.h"
#include "isnad/feed.h"

static const char *tests_folder;

enum { FILE_CELL, TYPE_CELL, URL_CELL, WHAT_CELL, FAULTS_CELL, VALUES_CELL, COLUMNS = 7, ROOM = 16 * 1024 };

/* What was read of a file, whichever reader it was. */
typedef struct reading {
  isnad_status status;
  isnad_feed_kind kind;
  isnad_feed feed;
  isnad_outlines outlines;
  isnad_sitemap sitemap;
  isnad_feed_faults faults;
} reading;

typedef struct text {
  char bytes[ROOM];
  size_t length;
} text;

static void add(text *t, isnad_slice s) {
  assert_true(s.length < sizeof t->bytes - t->length);
  if (s.length > 0) memcpy(t->bytes + t->length, s.bytes, s.length);
  t->length += s.length;
}

static void add_number(text *t, uint64_t number) {
  char digits[24];
  snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
  add(t, isnad_slice_of(digits));
}

/* A part of a list. */
static void add_listed(text *t, isnad_slice s, const char *before) {
  if (s.length == 0) return;
  if (t->length > 0) add(t, isnad_slice_of(before));
  add(t, s);
}

static bool is(isnad_slice a, const char *word) { return isnad_slice_equal(a, isnad_slice_of(word)); }

static isnad_slice given(isnad_slice cell) { return is(cell, "-") ? (isnad_slice){NULL, 0} : cell; }

static reading read_it(isnad_arena *arena, const test_case *c) {
  char path[512];
  snprintf(path, sizeof path, "%s/feeds/cases/%.*s", tests_folder, (int)c->cells[FILE_CELL].length, c->cells[FILE_CELL].bytes);
  isnad_slice bytes = read_file(arena, path);
  isnad_feed_options options = {.content_type = given(c->cells[TYPE_CELL]), .url = given(c->cells[URL_CELL])};
  isnad_err err = {0};
  reading r = {.kind = isnad_feed_sniff(bytes)};
  if (r.kind == ISNAD_FEED_OPML) {
    r.status = isnad_outlines_read(&r.outlines, arena, bytes, &options, &err);
    r.faults = r.outlines.faults;
  } else if (r.kind == ISNAD_FEED_SITEMAP || r.kind == ISNAD_FEED_SITEMAP_INDEX || r.kind == ISNAD_FEED_URL_LIST) {
    r.status = isnad_sitemap_read(&r.sitemap, arena, bytes, &options, &err);
    r.faults = r.sitemap.faults;
  } else {
    r.status = isnad_feed_read(&r.feed, arena, bytes, &options, &err);
    r.faults = r.feed.faults;
    if (r.status == ISNAD_OK) assert_int_equal(r.kind, r.feed.kind);
  }
  if (r.status != ISNAD_OK) assert_true(err.status == r.status && err.message[0] != '\0');
  return r;
}

static size_t count_of(const reading *r) { return r->feed.item_count + r->outlines.count + r->sitemap.count; }

static void write_what(text *t, const reading *r, bool any_count) {
  t->length = 0;
  if (r->status != ISNAD_OK) {
    add(t, S("refused: "));
    add(t, isnad_slice_of(isnad_status_name(r->status)));
    return;
  }
  add(t, isnad_slice_of(isnad_feed_kind_name(r->kind)));
  isnad_slice version = r->kind == ISNAD_FEED_OPML ? r->outlines.version : r->feed.version;
  if (version.length > 0) add(t, S(" "));
  add(t, version);
  add(t, S(", "));
  if (any_count)
    add(t, S("*"));
  else
    add_number(t, count_of(r));
}

static void write_faults(text *t, const isnad_feed_faults *faults) {
  t->length = 0;
  size_t seen = 0;
  for (int i = 0; i < ISNAD_FAULT_KINDS; i++) {
    if (faults->count[i] == 0) continue;
    add_listed(t, isnad_slice_of(isnad_feed_fault_name((isnad_feed_fault_kind)i)), " ");
    add(t, S("="));
    add_number(t, faults->count[i]);
    seen += faults->count[i];
  }
  if (seen == 0) add(t, S("-"));
  assert_int_equal(seen, isnad_feed_fault_count(faults));
  assert_true(seen > ISNAD_FEED_FAULTS_KEPT || faults->kept == seen);
  for (size_t i = 0; i < faults->kept; i++) assert_true(faults->items[i].message.length > 0);
}

static void write_time(text *t, const isnad_feed_time *time) {
  char room[CLOCK_ISO_ROOM];
  if (time->when.from >= time->when.to) {
    if (time->written.length > 0) add(t, S("?"));
    return;
  }
  bool day = time->when.to - time->when.from >= DAY_SECONDS;
  add(t, (isnad_slice){room, day ? clock_iso(room, time->when.from) : clock_iso_offset(room, time->when.from, 0)});
}

static void write_list(text *t, const isnad_slice *items, size_t count) {
  for (size_t i = 0; i < count; i++) add_listed(t, items[i], ", ");
}

static void write_media(text *t, const isnad_feed_item *item) {
  for (size_t i = 0; i < item->media_count; i++) {
    const isnad_feed_media *m = &item->media[i];
    add_listed(t, m->url, ", ");
    add_listed(t, m->type, " ");
    add_listed(t, m->medium, " ");
    if (m->length > 0) add(t, S(" "));
    if (m->length > 0) add_number(t, m->length);
    add_listed(t, m->text, " ");
  }
}

/* Line feeds as the table writes them are undone by its reader. */
static bool feed_value(text *t, const reading *r, isnad_slice key) {
  const isnad_feed *f = &r->feed;
  const struct {
    const char *key;
    isnad_slice value;
  } values[] = {{"title", r->kind == ISNAD_FEED_OPML ? r->outlines.title : f->title},
                {"description", f->description},
                {"language", f->language},
                {"generator", f->generator},
                {"url", f->url},
                {"self", f->self},
                {"next", f->next},
                {"charset", r->kind == ISNAD_FEED_OPML ? r->outlines.charset : f->charset}};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
    if (is(key, values[i].key)) return add(t, values[i].value), true;
  if (is(key, "period")) return add_number(t, f->period), true;
  if (is(key, "skip_hours")) return add_number(t, f->skip_hours), true;
  if (is(key, "skip_days")) return add_number(t, f->skip_days), true;
  if (is(key, "hubs")) return write_list(t, f->hubs, f->hub_count), true;
  if (is(key, "updated")) return write_time(t, &f->updated), true;
  return false;
}

static bool item_value(text *t, const isnad_feed_item *item, isnad_slice key) {
  const struct {
    const char *key;
    isnad_slice value;
  } values[] = {{"id", item->id},
                {"url", item->url},
                {"title", item->title},
                {"summary", item->summary},
                {"content", item->content},
                {"author", item->author},
                {"content_text", item->content_text},
                {"language", item->language},
                {"source", item->source},
                {"source_url", item->source_url}};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
    if (is(key, values[i].key)) return add(t, values[i].value), true;
  if (is(key, "published")) return write_time(t, &item->published), true;
  if (is(key, "updated")) return write_time(t, &item->updated), true;
  if (is(key, "categories")) return write_list(t, item->categories, item->category_count), true;
  if (is(key, "media")) return write_media(t, item), true;
  return false;
}

static bool outline_value(text *t, const isnad_outline *o, isnad_slice key) {
  if (is(key, "text")) return add(t, o->text), true;
  if (is(key, "feed")) return add(t, o->feed_url), true;
  if (is(key, "site")) return add(t, o->site_url), true;
  if (is(key, "depth")) return add_number(t, o->depth), true;
  if (is(key, "parent")) return add_number(t, o->parent + 1), true;
  return false;
}

static bool entry_value(text *t, const isnad_sitemap_entry *e, isnad_slice key) {
  if (is(key, "url")) return add(t, e->url), true;
  if (is(key, "title")) return add(t, e->news_title), true;
  if (is(key, "outlet")) return add(t, e->news_name), true;
  if (is(key, "language")) return add(t, e->news_language), true;
  if (is(key, "image")) return add(t, e->image), true;
  if (is(key, "modified")) return write_time(t, &e->modified), true;
  if (is(key, "published")) return write_time(t, &e->published), true;
  return false;
}

/* "2.title": of the second item; "title": of the whole. */
static void write_value(text *t, const reading *r, isnad_slice key) {
  size_t index = 0;
  t->length = 0;
  while (key.length > 0 && key.bytes[0] >= '0' && key.bytes[0] <= '9') {
    index = index * 10 + (size_t)(key.bytes[0] - '0');
    key = (isnad_slice){key.bytes + 1, key.length - 1};
  }
  bool found = false;
  if (index == 0) {
    found = feed_value(t, r, key);
  } else {
    assert_true(key.length > 1 && key.bytes[0] == '.');
    key = (isnad_slice){key.bytes + 1, key.length - 1};
    if (index > count_of(r)) {
      add(t, S("(no such item)"));
      return;
    }
    found = r->outlines.count > 0  ? outline_value(t, &r->outlines.items[index - 1], key)
            : r->sitemap.count > 0 ? entry_value(t, &r->sitemap.items[index - 1], key)
                                   : item_value(t, &r->feed.items[index - 1], key);
  }
  if (!found) fail_msg("no value is called %.*s", (int)key.length, key.bytes);
}

static int differs(const test_case *c, const char *what, const text *got, isnad_slice wanted) {
  char label[96];
  snprintf(label, sizeof label, "%.*s: %s", (int)c->cells[FILE_CELL].length, c->cells[FILE_CELL].bytes, what);
  return case_differs("feeds.tsv", c, label, (isnad_slice){got->bytes, got->length}, wanted);
}

static int check_values(const test_case *c, const reading *r) {
  static const char bar[] = "\xC2\xA6";
  text got = {.length = 0};
  int wrong = 0;
  for (isnad_slice left = given(c->cells[VALUES_CELL]); left.length > 0;) {
    size_t length = 0, key = 0;
    while (length < left.length && !isnad_slice_starts((isnad_slice){left.bytes + length, left.length - length}, isnad_slice_of(bar))) length++;
    while (key < length && left.bytes[key] != '=') key++;
    assert_true(key < length);
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)key, left.bytes);
    write_value(&got, r, (isnad_slice){left.bytes, key});
    wrong += differs(c, name, &got, (isnad_slice){left.bytes + key + 1, length - key - 1});
    length += length < left.length ? 2 : 0;
    left = (isnad_slice){left.bytes + length, left.length - length};
  }
  return wrong;
}

static int check(isnad_arena *arena, const test_case *c) {
  text got;
  reading r = read_it(arena, c);
  isnad_slice what = c->cells[WHAT_CELL];
  write_what(&got, &r, what.length > 0 && what.bytes[what.length - 1] == '*');
  int wrong = differs(c, "what", &got, what);
  if (r.status != ISNAD_OK) return wrong;
  write_faults(&got, &r.faults);
  return wrong + differs(c, "faults", &got, c->cells[FAULTS_CELL]) + check_values(c, &r);
}

static void the_table_holds(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0), *scratch = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "feeds.tsv", COLUMNS);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_arena_reset(scratch);
    wrong += check(scratch, &t.cases[i]);
  }
  print_message("%zu rows of feeds.tsv\n", t.count);
  assert_true(t.count >= 120);
  assert_int_equal(wrong, 0);
  isnad_arena_free(scratch);
  isnad_arena_free(arena);
}

/* Every file cut at every byte: it is read or refused, what is read is a beginning of what the whole holds, and memory stays bounded. */
static void every_cut_is_a_beginning(void **state) {
  (void)state;
  static const char *const files[] = {"rss20-media.xml", "bad-everything.xml", "atom10-xhtml.xml", "json11.json", "opml20.xml", "sitemap-news.xml"};
  isnad_arena *arena = new_arena(0), *whole_arena = new_arena(0);
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    char path[512];
    snprintf(path, sizeof path, "%s/feeds/cases/%s", tests_folder, files[i]);
    isnad_arena_reset(whole_arena);
    isnad_slice bytes = read_file(whole_arena, path);
    isnad_feed whole, part;
    bool is_feed = isnad_feed_read(&whole, whole_arena, bytes, NULL, NULL) == ISNAD_OK;
    for (size_t cut = 0; cut < bytes.length; cut++) {
      isnad_slice head = {bytes.bytes, cut};
      isnad_outlines outlines;
      isnad_sitemap sitemap;
      isnad_arena_reset(arena);
      isnad_outlines_read(&outlines, arena, head, NULL, NULL);
      isnad_sitemap_read(&sitemap, arena, head, NULL, NULL);
      if (isnad_feed_read(&part, arena, head, NULL, NULL) != ISNAD_OK || !is_feed) continue;
      assert_true(part.item_count <= whole.item_count);
      for (size_t k = 0; k < part.item_count; k++) assert_slice(part.items[k].id, whole.items[k].id);
      assert_true(isnad_arena_used(arena) < 64 * bytes.length + (1 << 20));
    }
  }
  isnad_arena_free(arena);
  isnad_arena_free(whole_arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_holds), cmocka_unit_test(every_cut_is_a_beginning)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
