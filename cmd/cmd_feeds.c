/* isnad feeds: what is in feeds, lists of feeds and sitemaps, and which feeds pages name. */
#include "isnad/isnad.h"
#include "options.h"
#include "viewing.h"

#include <stdio.h>
#include <string.h>

typedef struct feeds_options {
  const char *url;
  bool opml, json;
} feeds_options;

static const option_row rows[] = {
    {"opml", OPTION_FLAG, NULL, "prints one list of feeds (OPML): the lists among the files joined, feeds and the feeds of pages added",
     offsetof(feeds_options, opml)},
    {"url", OPTION_TEXT, "URL", "where the file came from: what it refers to is resolved against it, and a page's usual places are added",
     offsetof(feeds_options, url)},
    {"json", OPTION_FLAG, NULL, "an object about each file, then one for each item", offsetof(feeds_options, json)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

enum { OUTLINES_MOST = 100000 };

typedef struct feeds_run {
  const feeds_options *options;
  isnad_view view;
  isnad_arena *arena; /* of the joined list */
  isnad_outline *outlines;
  size_t count, room, shown, refused;
  bool failed;
} feeds_run;

/* --- the joined list --- */

static void add_outline(feeds_run *run, isnad_outline outline) {
  if (run->count == OUTLINES_MOST) return;
  if (run->count == run->room) {
    size_t room = run->room * 2 + 64;
    isnad_outline *more = isnad_arena_grow(run->arena, run->outlines, run->room, room, sizeof *more);
    if (more == NULL) {
      run->failed = true;
      return;
    }
    run->outlines = more;
    run->room = room;
  }
  run->outlines[run->count++] = outline;
}

static isnad_outline of_feed(isnad_slice text, isnad_slice feed, isnad_slice site, isnad_slice language) {
  return (isnad_outline){.type = isnad_slice_of("rss"),
                         .text = text.length > 0 ? text : feed,
                         .feed_url = feed,
                         .site_url = site,
                         .language = language,
                         .parent = UINT32_MAX};
}

static isnad_status join_outlines(feeds_run *run, isnad_slice bytes, const isnad_feed_options *how, isnad_err *err) {
  isnad_outlines all;
  isnad_status status = isnad_outlines_read(&all, run->arena, bytes, how, err);
  uint32_t first = (uint32_t)run->count;
  for (size_t i = 0; status == ISNAD_OK && i < all.count; i++) {
    isnad_outline outline = all.items[i];
    if (outline.parent != UINT32_MAX) outline.parent += first;
    add_outline(run, outline);
  }
  return status;
}

static isnad_status join_links(feeds_run *run, isnad_slice bytes, const isnad_feed_options *how, isnad_err *err) {
  const isnad_feed_link *links = NULL;
  size_t count = 0;
  isnad_slice none = {NULL, 0};
  isnad_status status = isnad_feed_links(&links, &count, run->arena, bytes, false, how, err);
  if (status == ISNAD_OK && count == 0) return isnad_err_set(err, ISNAD_NOT_FOUND, "feed", (isnad_span){0, 0}, "no list of feeds, and it names none");
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) add_outline(run, of_feed(links[i].title, links[i].url, how->url, none));
  return status;
}

static isnad_status join_feed(feeds_run *run, isnad_slice bytes, const isnad_feed_options *how, isnad_err *err) {
  isnad_feed feed;
  isnad_status status = isnad_feed_read(&feed, run->arena, bytes, how, err);
  if (status != ISNAD_OK) return status;
  isnad_slice self = feed.self.length > 0 ? feed.self : how->url;
  if (self.length == 0)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", (isnad_span){0, 0}, "the feed does not say where it is: name it with --url");
  add_outline(run, of_feed(feed.title, self, feed.url, feed.language));
  return status;
}

static isnad_status join(feeds_run *run, isnad_slice bytes, const isnad_feed_options *how, isnad_err *err) {
  bytes = isnad_arena_copy(run->arena, bytes);
  isnad_feed_kind kind = isnad_feed_sniff(bytes);
  if (kind == ISNAD_FEED_OPML) return join_outlines(run, bytes, how, err);
  return kind == ISNAD_FEED_NONE ? join_links(run, bytes, how, err) : join_feed(run, bytes, how, err);
}

static bool print_joined(feeds_run *run) {
  isnad_slice opml;
  isnad_outlines all = {.items = run->outlines, .count = run->count, .title = isnad_slice_of("feeds")};
  isnad_err err = {0};
  if (isnad_outlines_write(&opml, run->arena, &all, &err) == ISNAD_OK) return fwrite(opml.bytes, 1, opml.length, stdout) == opml.length;
  fprintf(stderr, "isnad feeds: %s\n", err.message);
  return false;
}

/* --- the files --- */

static void complain(feeds_run *run, isnad_slice path, const isnad_err *err) {
  run->refused++;
  fprintf(stderr, "isnad feeds: %.*s: %s\n", (int)path.length, path.bytes, err->message);
}

static void take(feeds_run *run, const isnad_input *input) {
  isnad_err err = {0};
  isnad_feed_options how = {.url = isnad_slice_of(run->options->url)};
  isnad_status status = run->options->opml ? join(run, input->bytes, &how, &err) : isnad_view_feed(input->path, input->bytes, &how, &run->view, &err);
  run->failed = run->failed || status == ISNAD_CANCELLED || status == ISNAD_NO_MEMORY;
  if (status == ISNAD_OK)
    run->shown++;
  else
    complain(run, input->path, &err);
}

static isnad_status walk(feeds_run *run, char **paths, size_t count, isnad_err *err) {
  isnad_captures *captures = NULL;
  isnad_input input;
  isnad_status status = isnad_captures_open(&captures, (const char *const *)paths, count, NULL, err);
  while (status != ISNAD_NO_MEMORY && !run->failed && (status = isnad_captures_next(captures, &input, err)) != ISNAD_END) {
    if (status == ISNAD_OK)
      take(run, &input);
    else
      complain(run, input.path, err);
  }
  isnad_captures_close(captures);
  return status == ISNAD_NO_MEMORY ? status : ISNAD_OK;
}

static int run(const command *self, int argc, char **argv) {
  feeds_options options = {0};
  isnad_err err = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad feeds: name feeds, lists of feeds, sitemaps or pages, or - for standard input (see isnad help feeds)\n");
    return EXIT_USAGE;
  }
  feeds_run r = {.options = &options, .view = view_plain(options.json)};
  if (isnad_arena_new(&r.arena, 0) != ISNAD_OK) return EXIT_STORE;
  isnad_status status = walk(&r, argv, (size_t)count, &err);
  bool good = status == ISNAD_OK && !r.failed;
  if (good && options.opml && r.count > 0) good = print_joined(&r);
  isnad_arena_free(r.arena);
  if (fflush(stdout) != 0 || !good) {
    fprintf(stderr, "isnad feeds: the output could not be written, or memory ran out\n");
    return EXIT_STORE;
  }
  if (r.refused > 0) return EXIT_BAD_INPUT;
  return r.shown > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

const command cmd_feeds = {"feeds",
                           "FILE... | -",
                           "what is in a feed, a list of feeds or a sitemap, and which feeds a page names",
                           "Reads RSS, RDF, Atom, JSON Feed, OPML and sitemaps, told by content, plain or packed; what is not well-formed\n"
                           "is mended where it can be, and every fault is told with its line.\n",
                           rows,
                           run};
