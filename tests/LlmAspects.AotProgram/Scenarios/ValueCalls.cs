using System.Globalization;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Results by value and by reference, and parameters of every kind.</summary>
[LlmComponent("values")]
internal sealed partial class ValueCalls
{
    private int[] _numbers = [3, 4];

    [ErrorContext, TracePerformance] public partial int Compute(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial ref int Locate(int index);

    [ErrorContext, TracePerformance] public partial ref readonly int Peek(int index);

    [ErrorContext, TracePerformance] public partial ReadOnlySpan<char> Trim(ReadOnlySpan<char> text, in int skip, ref int calls, out int length, params ReadOnlySpan<string> more);

    private int ComputeCore(Ending ending, CancellationToken cancellationToken)
    {
        Endings.Reach(ending, cancellationToken);
        return _numbers.Length;
    }

    private ref int LocateCore(int index) => ref _numbers[index];

    private ref readonly int PeekCore(int index) => ref _numbers[index];

    private ReadOnlySpan<char> TrimCore(ReadOnlySpan<char> text, in int skip, ref int calls, out int length, params ReadOnlySpan<string> more)
    {
        calls += _numbers.Length;
        length = text.Length + more.Length;
        return text[skip..];
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new ValueCalls();
        foreach (var ending in Endings.All)
        {
            await transcript.NoteAsync($"value, {ending}", () => calls.Compute(ending, Endings.TokenFor(ending)));
        }

        calls.Locate(1) += 10;
        transcript.Note(calls.Peek(1).ToString(CultureInfo.InvariantCulture));
        await transcript.NoteAsync("reference, failed", () => calls.Locate(2)++);
        await transcript.NoteAsync("read-only reference, failed", () => _ = calls.Peek(2));
        calls.Describe(transcript);
        calls._numbers = [];
    }

    private void Describe(Transcript transcript)
    {
        var count = 0;
        var rest = Trim("  text", 2, ref count, out var length, "one", "two");
        transcript.Note(string.Create(CultureInfo.InvariantCulture, $"{rest} {count} {length}"));
    }
}
