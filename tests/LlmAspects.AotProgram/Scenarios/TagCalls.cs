using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Tags of arguments, the instance, results and last items: on spans, in error records and on metrics.</summary>
[LlmComponent("tags")]
internal sealed partial class TagCalls
{
    private static readonly Request Deep = new("a text", new Request("the inner one", null));

    public DayOfWeek Day { get; } = DayOfWeek.Friday;

    [ErrorContext, TracePerformance]
    [Tag("inner", "{request.Inner.Text}"), Tag("day", "{this.Day}", Metric = true), Tag("broken", "{request.Broken}"), Tag("length", "{result}"), Tag("none", "{request.Inner.Inner.Text}")]
    public partial int Compute(Request? request, [Tag, Redact] string? password, [Tag] decimal price, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("text", "{result.Text}"), Tag("is_deep", "{request.IsDeep}", Metric = true), Tag("result.is_deep", "{result.IsDeep}", Metric = true)]
    public partial Task<Request> ComputeAsync(Request request, [Tag] int attempt, Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("text", "{result.Text}")]
    public partial ValueTask<Request> ComputeValueAsync(Request request, [Tag] int attempt, Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext]
    internal partial Task RunAsync([Tag] int attempt, Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("last", "{last.Text}"), Tag("last.broken", "{last.Broken}")]
    public partial IAsyncEnumerable<Request> StreamAsync([Tag] int count, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("last", "{last}")]
    public partial IEnumerable<TItem> List<TItem>([Tag] TItem item, Ending ending, CancellationToken cancellationToken);

    [TracePerformance]
    internal static partial int Measure([Tag] ReadOnlySpan<char> text);

    private int ComputeCore(Request? request, string? password, decimal price, Ending ending, CancellationToken cancellationToken)
    {
        Endings.Reach(ending, cancellationToken);
        return (request?.Text.Length ?? 0) + (password?.Length ?? 0) + (int)price + (int)Day;
    }

    private async Task<Request> ComputeCoreAsync(Request request, int attempt, Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await RunCoreAsync(attempt, gate, ending, cancellationToken);
        return request with { Text = "result", Inner = null };
    }

    private async ValueTask<Request> ComputeValueCoreAsync(Request request, int attempt, Task gate, Ending ending, CancellationToken cancellationToken) =>
        await ComputeCoreAsync(request, attempt, gate, ending, cancellationToken);

    private async Task RunCoreAsync(int attempt, Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await gate;
        Endings.Reach(attempt > 0 && Day == DayOfWeek.Friday ? ending : Ending.Success, cancellationToken);
    }

    private async IAsyncEnumerable<Request> StreamCoreAsync(int count, Ending ending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var number in List(count, ending, cancellationToken))
        {
            await Task.Yield();
            yield return new Request("item " + number, null);
        }
    }

    private IEnumerable<TItem> ListCore<TItem>(TItem item, Ending ending, CancellationToken cancellationToken)
    {
        yield return item;
        Endings.Reach(Day == DayOfWeek.Friday ? ending : Ending.Success, cancellationToken);
    }

    private static int MeasureCore(ReadOnlySpan<char> text) => text.Length;

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new TagCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"value, {ending}", () => calls.Compute(Deep, "hunter2", 2.5m, ending, token));
            await transcript.NoteAsync($"complete task, {ending}", () => calls.ComputeAsync(Deep, 1, Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"pending task, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.ComputeAsync(Deep, 2, gate, ending, token)));
            await transcript.NoteAsync($"pending value task, {ending}", () => Endings.OpenWhenPendingAsync(async gate => await calls.ComputeValueAsync(Deep, 3, gate, ending, token)));
            await transcript.NoteAsync($"error context alone, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.RunAsync(4, gate, ending, token)));
            await transcript.NoteAsync($"stream, {ending}", async () => await calls.StreamAsync(5, ending, token).CountAsync(token));
            await transcript.NoteAsync($"sequence of values, {ending}", () => { _ = calls.List(2.5, ending, token).Count(); });
        }

        await transcript.NoteAsync("nulls on the way", () => calls.Compute(null, null, 0, Ending.Success, CancellationToken.None));
        await transcript.NoteAsync("characters", () => Measure("four"));
        TagCapture.Redactor = new Mask();
        await transcript.NoteAsync("redactor", () => calls.Compute(Deep, "hunter2", 0, Ending.Failure, CancellationToken.None));
        TagCapture.Redactor = null;
    }

    internal sealed record Request(string Text, Request? Inner)
    {
        public bool IsDeep => Inner is not null;

        public int Broken => throw new NotSupportedException(Text);
    }

    private sealed class Mask : ITagRedactor
    {
        public string Redact(string value, Type? classification) => value.Length + " characters of " + (classification?.Name ?? "a secret");
    }
}
