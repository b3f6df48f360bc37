using LlmAspects.AotProgram.Recording;
using LlmAspects.AotProgram.Scenarios;

[assembly: LlmAspects.LlmAspectsLevel(LlmAspects.AspectLevel.Debug)]

// Runs every scenario and writes what was recorded as lines of JSON, without times and identifiers: native and under the JIT the same text.
(string Name, Func<Transcript, Task> Run)[] scenarios =
[
    ("void", VoidCalls.RunAsync),
    ("value", ValueCalls.RunAsync),
    ("task", TaskCalls.RunAsync),
    ("value task", ValueTaskCalls.RunAsync),
    ("stream", StreamCalls.RunAsync),
    ("retry", RetryCalls.RunAsync),
    ("generic", GenericCalls<Uri>.RunAsync),
    ("nested", NestedCalls.RunAsync),
    ("properties", PropertyCalls.RunAsync),
    ("sequences", SequenceCalls.RunAsync),
    ("tags", TagCalls.RunAsync),
    ("options", OptionCalls.RunAsync),
    ("task likes", TaskLikeCalls.RunAsync),
    ("translated", TranslatedCalls.RunAsync),
    ("results", ResultCalls.RunAsync),
    ("models", ModelCalls.RunAsync),
    ("user aspects", UserAspectCalls.RunAsync),
    ("error context alone", ErrorContextAlone.RunAsync),
    ("components", ComponentCalls.RunAsync),
    ("shared cache", SharedCacheCalls.RunAsync),
    ("panel", PanelCalls.RunAsync),
    ("workflow", WorkflowCalls.RunAsync),
    ("hosted", HostedCalls.RunAsync),
    ("stack trace", StackTraces.RunAsync),
    ("report", Reports.RunAsync),
];

// Members of a panel, and the reader and the writer of a stream of events, work side by side.
string[] concurrent = ["panel", "workflow"];

using var output = Console.OpenStandardOutput();
var transcript = new Transcript(output);
using var spans = new SpanRecorder(transcript);
using var metrics = new MetricRecorder();
foreach (var (name, run) in scenarios)
{
    await transcript.RunAsync(name, run, concurrent.Contains(name));
}

await transcript.RunAsync(
    "all",
    _ =>
    {
        Totals.Write(transcript);
        metrics.Write(transcript);
        return Task.CompletedTask;
    },
    isConcurrent: false);
