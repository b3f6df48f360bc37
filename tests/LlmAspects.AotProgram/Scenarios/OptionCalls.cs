using System.Diagnostics;
using LlmAspects.AotProgram.Recording;
using LlmAspects.Tracing;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Every option of the aspects, on methods that succeed, fail and are cancelled.</summary>
[LlmComponent("options")]
internal sealed partial class OptionCalls
{
    private const int AnHour = 3_600_000;
    private int _entered;

    [ErrorContext, TracePerformance(SpanName = "chat model", Kind = ActivityKind.Client)] public partial Task NamedAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance(NewRoot = true)] public partial void Rooted(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial void Around(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance(SlowerThanMs = AnHour)] public partial void SlowOnly(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance(FailedOnly = true)] public partial Task FailedOnlyAsync(Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance(SampleEvery = 4)] public partial int Sampled(int number);

    [ErrorContext, TracePerformance(ItemTiming = true)] public partial IEnumerable<int> TimedItems(int count);

    [ErrorContext(Expected = [typeof(FormatException), typeof(ArgumentException)]), TracePerformance] public partial Task<int> ParseAsync(Task gate, string? text);

    private async Task NamedCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
    {
        await gate;
        Enter(ending, cancellationToken);
    }

    private void RootedCore(Ending ending, CancellationToken cancellationToken) => Enter(ending, cancellationToken);

    private void AroundCore(Ending ending, CancellationToken cancellationToken) => Rooted(ending, cancellationToken);

    private void SlowOnlyCore(Ending ending, CancellationToken cancellationToken) => Enter(ending, cancellationToken);

    private Task FailedOnlyCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken) => NamedCoreAsync(gate, ending, cancellationToken);

    private int SampledCore(int number) => number % 5 == 0 ? throw new InvalidOperationException() : _entered + number;

    private IEnumerable<int> TimedItemsCore(int count) => Enumerable.Range(_entered, count).Select(static number => number);

    private async Task<int> ParseCoreAsync(Task gate, string? text)
    {
        ArgumentNullException.ThrowIfNull(text);
        await gate;
        return int.Parse(text, null) + _entered;
    }

    private void Enter(Ending ending, CancellationToken cancellationToken)
    {
        _entered++;
        Endings.Reach(ending, cancellationToken);
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new OptionCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"name and kind, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.NamedAsync(gate, ending, token)));
            await transcript.NoteAsync($"new root, {ending}", () => calls.Around(ending, token));
            await transcript.NoteAsync($"slow only, {ending}", () => calls.SlowOnly(ending, token));
            await transcript.NoteAsync($"failed only, {ending}", () => calls.FailedOnlyAsync(Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"failed only, pending, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.FailedOnlyAsync(gate, ending, token)));
        }

        OnAThreadOfItsOwn(() => calls.CallSampled(transcript));
        transcript.Note($"items: {calls.TimedItems(3).Count()}, timed: {PerformanceTracer.Shared.GetStats("options", "timed_items")?.MaxTimeBetweenItemsMilliseconds is not null}");
        await transcript.NoteAsync("expected, no exception", () => Endings.OpenWhenPendingAsync(gate => calls.ParseAsync(gate, "7")));
        await transcript.NoteAsync("expected", () => Endings.OpenWhenPendingAsync(gate => calls.ParseAsync(gate, "seven")));
        await transcript.NoteAsync("expected, derived", () => calls.ParseAsync(Task.CompletedTask, null));
        await transcript.NoteAsync("not expected", () => calls.ParseAsync(Task.CompletedTask, "99999999999"));
    }

    // Calls are sampled thread by thread, and a thread of the pool may have made some.
    private static void OnAThreadOfItsOwn(ThreadStart run)
    {
        var thread = new Thread(run);
        thread.Start();
        thread.Join();
    }

    private void CallSampled(Transcript transcript)
    {
        for (var number = 1; number <= 10; number++)
        {
            try
            {
                Sampled(number);
            }
            catch (InvalidOperationException error)
            {
                transcript.Note($"sampled: threw {error.GetType().FullName}");
            }
        }
    }
}
