/* isnad warc: what a web archive holds, whether it is sound, and its index. */
#include "isnad/warc.h"
#include "options.h"
#include "warc_copy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct warc_options {
  const char *check, *into;
  bool cdxj, json;
} warc_options;

static const option_row rows[] = {
    {"cdxj", OPTION_FLAG, NULL, "prints the index of the files, sorted, instead of the counts", offsetof(warc_options, cdxj)},
    {"check", OPTION_TEXT, "INDEX", "holds the files against a CDXJ index: every line must lead to its record, every record must have its line",
     offsetof(warc_options, check)},
    {"into", OPTION_TEXT, "ARCHIVE", "appends the responses and requests to this archive; a body that it holds already becomes a revisit",
     offsetof(warc_options, into)},
    {"json", OPTION_FLAG, NULL, "the counts as a JSON object a file", offsetof(warc_options, json)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

typedef struct counts {
  unsigned long long types[ISNAD_WARC_TYPES], records, bytes, broken, unclosed, large;
  unsigned long long block[4], payload[4]; /* by isnad_digest_check */
} counts;

typedef struct line_list {
  isnad_slice *items;
  size_t count, room;
} line_list;

typedef struct warc_run {
  const warc_options *options;
  isnad_arena *arena; /* of the lines of the index */
  line_list lines;    /* of the files */
  unsigned long long records, faults;
  bool out_of_memory;
} warc_run;

static void complain(const char *path, const char *message) { fprintf(stderr, "isnad warc: %s: %s\n", path, message); }

static isnad_slice name_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return isnad_slice_of(slash != NULL ? slash + 1 : path);
}

static void add_line(warc_run *run, line_list *list, isnad_slice line) {
  if (list->count == list->room) {
    size_t room = list->room * 2 + 1024;
    isnad_slice *more = isnad_arena_grow(run->arena, list->items, list->room, room, sizeof *more);
    if (more == NULL) {
      run->out_of_memory = true;
      return;
    }
    list->items = more;
    list->room = room;
  }
  if (line.bytes == NULL) run->out_of_memory = true;
  list->items[list->count++] = line;
}

static void index_record(warc_run *run, const char *path, const isnad_warc_record *record) {
  isnad_cdxj entry;
  isnad_status status = isnad_cdxj_of(&entry, run->arena, record, name_of(path), NULL);
  if (status == ISNAD_OK) add_line(run, &run->lines, isnad_cdxj_line(run->arena, &entry));
  if (status == ISNAD_NO_MEMORY) run->out_of_memory = true;
}

static void count_record(counts *c, const char *path, const isnad_warc_record *record) {
  c->types[record->type]++;
  c->records++;
  c->bytes += record->length;
  c->block[record->block_check]++;
  c->payload[record->payload_check]++;
  c->unclosed += !record->closed;
  c->large += !record->whole;
  if (record->block_check != ISNAD_DIGEST_WRONG && record->payload_check != ISNAD_DIGEST_WRONG) return;
  fprintf(stderr, "isnad warc: %s: at byte %llu: the %s does not have the digest that the record states\n", path,
          (unsigned long long)record->place.offset, record->block_check == ISNAD_DIGEST_WRONG ? "block" : "payload");
}

static void print_counts(const char *path, const counts *c, bool json) {
  printf(json ? "{\"records\":%llu,\"types\":{" : "%llu records", c->records);
  if (!json) printf(" in %s:", path);
  bool first = true;
  for (size_t i = 0; i < ISNAD_WARC_TYPES; i++) {
    if (c->types[i] == 0) continue;
    printf(json ? "%s\"%s\":%llu" : "%s %s %llu", first ? "" : ",", isnad_warc_type_name((isnad_warc_type)i), c->types[i]);
    first = false;
  }
  printf(json
             ? "},\"bytes\":%llu,\"block_digests\":{\"good\":%llu,\"wrong\":%llu,\"unknown\":%llu},\"payload_digests\":{\"good\":%llu,\"wrong\":%llu,"
               "\"unknown\":%llu},\"broken\":%llu,\"unclosed\":%llu,\"large\":%llu}\n"
             : "; %llu bytes; block digests: %llu good, %llu wrong, %llu unknown; payload digests: %llu good, %llu wrong, %llu unknown; "
               "%llu broken places, %llu records not closed, %llu too large to look into\n",
         c->bytes, c->block[ISNAD_DIGEST_GOOD], c->block[ISNAD_DIGEST_WRONG], c->block[ISNAD_DIGEST_UNKNOWN], c->payload[ISNAD_DIGEST_GOOD],
         c->payload[ISNAD_DIGEST_WRONG], c->payload[ISNAD_DIGEST_UNKNOWN], c->broken, c->unclosed, c->large);
}

static bool read_file(warc_run *run, const char *path) {
  isnad_warc_reader *reader = NULL;
  isnad_warc_record record;
  isnad_err err = {0};
  counts c = {.records = 0};
  isnad_status status = isnad_warc_open(&reader, path, NULL, &err);
  while (status == ISNAD_OK) {
    isnad_status next = isnad_warc_next(reader, &record, &err);
    if (next == ISNAD_END) break;
    if (next == ISNAD_OK) {
      count_record(&c, path, &record);
      if (run->options->cdxj || run->options->check != NULL) index_record(run, path, &record);
      continue;
    }
    complain(path, err.message);
    c.broken++;
    if (next != ISNAD_BAD_INPUT && next != ISNAD_LIMIT) break;
  }
  isnad_warc_close(reader);
  if (status != ISNAD_OK) complain(path, err.message);
  if (status == ISNAD_OK && !run->options->cdxj && run->options->check == NULL) print_counts(path, &c, run->options->json);
  run->records += c.records;
  run->faults += c.broken + c.block[ISNAD_DIGEST_WRONG] + c.payload[ISNAD_DIGEST_WRONG] + (status != ISNAD_OK);
  return !run->out_of_memory;
}

/* --- indexes --- */

static int by_bytes(const void *a, const void *b) { return isnad_slice_compare(*(const isnad_slice *)a, *(const isnad_slice *)b); }

static void print_index(const warc_run *run) {
  for (size_t i = 0; i < run->lines.count; i++) printf("%.*s\n", (int)run->lines.items[i].length, run->lines.items[i].bytes);
}

/* An entry without what writers of indexes differ in: file, place, url and time. */
static isnad_slice essence(warc_run *run, const isnad_cdxj *e) {
  return isnad_arena_printf(run->arena, "%.*s at byte %llu: %.*s of %.*s", (int)e->filename.length, e->filename.bytes,
                            (unsigned long long)e->place.offset, (int)e->url.length, e->url.bytes, (int)e->timestamp.length, e->timestamp.bytes);
}

static bool read_index(warc_run *run, line_list *out, const char *path) {
  FILE *file = fopen(path, "rb");
  char *line = NULL;
  size_t room = 0, number = 0;
  if (file == NULL) {
    complain(path, "cannot open");
    return false;
  }
  for (ssize_t length; (length = getline(&line, &room, file)) >= 0;) {
    isnad_cdxj entry;
    isnad_err err = {0};
    number++;
    isnad_slice copy = isnad_arena_copy(run->arena, (isnad_slice){line, (size_t)length});
    isnad_status status = isnad_cdxj_read(&entry, run->arena, copy, &err);
    if (status == ISNAD_OK) add_line(run, out, essence(run, &entry));
    if (status == ISNAD_OK || status == ISNAD_END) continue;
    fprintf(stderr, "isnad warc: %s:%zu: %s\n", path, number, err.message);
    run->faults++;
  }
  free(line);
  fclose(file);
  return true;
}

static void strip_lines(warc_run *run) {
  for (size_t i = 0; i < run->lines.count; i++) {
    isnad_cdxj entry;
    if (isnad_cdxj_read(&entry, run->arena, run->lines.items[i], NULL) == ISNAD_OK) run->lines.items[i] = essence(run, &entry);
  }
}

static void tell_difference(warc_run *run, isnad_slice line, const char *what) {
  fprintf(stderr, "isnad warc: %s: %.*s\n", what, (int)line.length, line.bytes);
  run->faults++;
}

static int check_index(warc_run *run) {
  line_list index = {NULL, 0, 0};
  if (!read_index(run, &index, run->options->check)) return EXIT_BAD_INPUT;
  strip_lines(run);
  if (run->lines.count > 0) qsort(run->lines.items, run->lines.count, sizeof(isnad_slice), by_bytes);
  if (index.count > 0) qsort(index.items, index.count, sizeof(isnad_slice), by_bytes);
  size_t i = 0, k = 0, same = 0;
  while (i < run->lines.count || k < index.count) {
    int order = i == run->lines.count ? 1 : k == index.count ? -1 : isnad_slice_compare(run->lines.items[i], index.items[k]);
    if (order < 0) tell_difference(run, run->lines.items[i], "not in the index");
    if (order > 0) tell_difference(run, index.items[k], "only in the index");
    same += order == 0;
    i += order <= 0;
    k += order >= 0;
  }
  printf("%zu lines of the index lead to their records\n", same);
  return run->faults > 0 ? EXIT_BAD_INPUT : same > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

static int finish(warc_run *run) {
  if (run->options->check != NULL) return check_index(run);
  if (run->options->cdxj) {
    if (run->lines.count > 0) qsort(run->lines.items, run->lines.count, sizeof(isnad_slice), by_bytes);
    print_index(run);
  }
  if (run->faults > 0) return EXIT_BAD_INPUT;
  return run->records > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

static int copy(const warc_options *options, char **paths, size_t count) {
  warc_copied done;
  isnad_err err = {0};
  isnad_status status = warc_copy(&done, options->into, paths, count, &err);
  const char *format =
      options->json ? "{\"responses\":%llu,\"revisits\":%llu,\"left_out\":%llu}\n" : "%llu responses, %llu of them revisits; %llu left out\n";
  if (status != ISNAD_OK) {
    complain(options->into, err.message);
    return EXIT_STORE;
  }
  if (printf(format, done.responses, done.revisits, done.left_out) < 0 || fflush(stdout) != 0) return EXIT_STORE;
  if (done.faults > 0) return EXIT_BAD_INPUT;
  return done.responses > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

static int run(const command *self, int argc, char **argv) {
  warc_options options = {0};
  warc_run r = {.options = &options};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad warc: name web archives, or - for standard input (see isnad help warc)\n");
    return EXIT_USAGE;
  }
  if (options.into != NULL) return copy(&options, argv, (size_t)count);
  r.out_of_memory = isnad_arena_new(&r.arena, 0) != ISNAD_OK;
  for (int i = 0; i < count && !r.out_of_memory; i++) (void)read_file(&r, argv[i]);
  int code = r.out_of_memory ? EXIT_STORE : finish(&r);
  if (r.out_of_memory) fprintf(stderr, "isnad warc: out of memory\n");
  isnad_arena_free(r.arena);
  if (fflush(stdout) != 0) {
    fprintf(stderr, "isnad warc: the output could not be written\n");
    return EXIT_STORE;
  }
  return code;
}

const command cmd_warc = {"warc",
                          "FILE... | -",
                          "counts the records of web archives, checks their digests and lengths, and writes their index",
                          "Files are WARC 1.0 or 1.1: plain, gzip or zstd. A broken place is named on standard error with its offset and passed\n"
                          "over; then, or when a digest is wrong, the exit code is 3. isnad read and isnad add read the pages in such files.\n",
                          rows,
                          run};
