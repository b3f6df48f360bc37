using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A method without result, in a class and in a struct, and a static one.</summary>
internal sealed partial class VoidCalls
{
    private int _calls;

    [ErrorContext, TracePerformance] public partial void Run(Ending ending, CancellationToken cancellationToken);

    [TracePerformance] public static partial void RunStatic(Ending ending);

    private void RunCore(Ending ending, CancellationToken cancellationToken)
    {
        _calls++;
        Endings.Reach(ending, cancellationToken);
    }

    private static void RunStaticCore(Ending ending) => Endings.Reach(ending, CancellationToken.None);

    public static async Task RunAsync(Transcript transcript)
    {
        var calls = new VoidCalls();
        foreach (var ending in Endings.All)
        {
            await transcript.NoteAsync($"class, {ending}", () => calls.Run(ending, Endings.TokenFor(ending)));
        }

        await transcript.NoteAsync("static", () => RunStatic(Ending.Success));
        await transcript.NoteAsync("static, failed", () => RunStatic(Ending.Failure));
        await transcript.NoteAsync("struct", () => new Gauge(1).Read());
    }

    private readonly partial struct Gauge(int reading)
    {
        [ErrorContext, TracePerformance] public partial void Read();

        private void ReadCore() => ArgumentOutOfRangeException.ThrowIfNegative(reading);
    }
}
