/* isnad read: captures in, one record a line out. Needs no store and keeps no state. */
#include "isnad/isnad.h"
#include "options.h"
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct read_options {
  unsigned threads;
  bool quiet, json, show;
} read_options;

static const option_row rows[] = {
    {"threads", OPTION_COUNT, "N", "pages read at once (default: as many as there are processors)", offsetof(read_options, threads)},
    {"quiet", OPTION_FLAG, NULL, "no progress line", offsetof(read_options, quiet)},
    {"show", OPTION_FLAG, NULL, "prints each page as lines with the part that each is, for people who look into a site",
     offsetof(read_options, show)},
    {"json", OPTION_FLAG, NULL, "accepted for symmetry: records are always JSON", offsetof(read_options, json)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

typedef struct reading {
  progress progress;
  uint64_t read, refused;
  bool output_failed;
  bool show, colour;
} reading;

/* Text of articles stands out, what belongs to other articles is set apart, furniture steps back. */
static const char *colour_of(isnad_part_kind kind) {
  switch (kind) {
  case ISNAD_PART_HEADLINE:
  case ISNAD_PART_EMBEDDED_HEADLINE:
    return "\x1b[1m";
  case ISNAD_PART_BODY:
  case ISNAD_PART_EMBEDDED_BODY:
    return "\x1b[32m";
  case ISNAD_PART_PROMO:
  case ISNAD_PART_SIMILAR_HEADLINE:
  case ISNAD_PART_READ_ALSO_MARKER:
    return "\x1b[33m";
  default:
    return "\x1b[2m";
  }
}

/* One line a part: its kind, the article it belongs to, its text. */
static bool show_page(const reading *r, const isnad_result *result) {
  const isnad_page *page = &result->record.page;
  printf("== %.*s\n", (int)result->path.length, result->path.bytes);
  for (size_t i = 0; i < page->part_count; i++) {
    const isnad_part *p = &page->parts[i];
    isnad_slice text = isnad_slice_at(page->text, p->span);
    printf("%s%-18s %3d  %.*s%s\n", r->colour ? colour_of(p->kind) : "", isnad_part_kind_name(p->kind), p->article, (int)text.length, text.bytes,
           r->colour ? "\x1b[0m" : "");
  }
  return ferror(stdout) == 0;
}

static bool print_result(void *context, const isnad_result *result) {
  reading *r = context;
  r->progress.items++;
  if (result->status != ISNAD_OK) {
    r->refused++;
    progress_end(&r->progress);
    fprintf(stderr, "isnad read: %.*s", (int)result->path.length, result->path.bytes);
    if (result->line > 0) fprintf(stderr, ":%zu", result->line);
    fprintf(stderr, ": %s: %s\n", result->err.stage, result->err.message);
    return true;
  }
  r->read++;
  if (r->show) return show_page(r, result);
  isnad_slice json = result->prepared.json;
  r->output_failed = fwrite(json.bytes, 1, json.length, stdout) != json.length || putchar('\n') == EOF;
  return !r->output_failed;
}

static void show_progress(void *context, uint64_t done, uint64_t total) { progress_show(&((reading *)context)->progress, done, total); }

static int run(const command *self, int argc, char **argv) {
  read_options options = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad read: name files or folders, or - for standard input (see isnad help read)\n");
    return EXIT_USAGE;
  }
  reading r = {.progress = progress_start(options.quiet), .show = options.show, .colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL};
  isnad_run how = {.threads = options.threads, .take = print_result, .progress = show_progress, .context = &r};
  isnad_err err = {0};
  isnad_status status = isnad_read_all((const char *const *)argv, (size_t)count, &how, &err);
  progress_end(&r.progress);
  if (fflush(stdout) != 0 || r.output_failed) {
    fprintf(stderr, "isnad read: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status != ISNAD_OK) {
    fprintf(stderr, "isnad read: %s\n", err.message);
    return EXIT_STORE;
  }
  if (r.refused > 0) fprintf(stderr, "isnad read: %llu read, %llu refused\n", (unsigned long long)r.read, (unsigned long long)r.refused);
  if (r.refused > 0) return EXIT_BAD_INPUT;
  return r.read > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

const command cmd_read = {"read",
                          "FILE... | -",
                          "prints what is on each captured page: one record (JSON) a line",
                          "Captures are text or HTML files, folders of them, or JSONL with id, url, title, text or html, outlet,\n"
                          "published, captured_at; plain, gzip or zstd. A capture that cannot be read is named on standard error\n"
                          "with the reason, counted, and passed over.\n",
                          rows,
                          run};
