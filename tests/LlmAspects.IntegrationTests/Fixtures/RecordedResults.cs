using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods of every shape whose result is a tag of their span.</summary>
internal static partial class RecordedResults
{
    private static int s_found = 7;

    public static int Read { get; private set; }

    [TracePerformance(RecordResult = true)] public static partial int Count(string text);

    [TracePerformance(RecordResult = true)] public static partial ref int Find();

    [TracePerformance(RecordResult = true)] public static partial ReadOnlySpan<char> Slice(string text);

    [ErrorContext, TracePerformance(RecordResult = true)] public static partial Task<string?> AskAsync(string? text, bool isPending);

    [TracePerformance(RecordResult = true)] public static partial ValueTask<decimal> PriceAsync(bool isPending);

    [TracePerformance(RecordResult = true), Tag("llm.name", "{last.Length}")] public static partial IAsyncEnumerable<string> StreamAsync(CancellationToken cancellationToken = default);

    [TracePerformance(RecordResult = true)]
    [return: Redact]
    public static partial string ReadPassword();

    [TracePerformance(RecordResult = true)] public static partial Noisy Make();

    [TracePerformance(RecordResult = true)] public static partial string Label { get; set; }

    private static int CountCore(string text) => text.Length;

    private static ref int FindCore() => ref s_found;

    private static ReadOnlySpan<char> SliceCore(string text) => text.AsSpan(1);

    private static async Task<string?> AskCoreAsync(string? text, bool isPending)
    {
        await WaitAsync(isPending);
        return text is { Length: 0 } ? throw new FormatException() : text;
    }

    private static async ValueTask<decimal> PriceCoreAsync(bool isPending)
    {
        await WaitAsync(isPending);
        return 1.5m;
    }

    private static async IAsyncEnumerable<string> StreamCoreAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "first";
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return "last one";
    }

    private static string ReadPasswordCore() => "secret";

    private static Noisy MakeCore() => new();

    private static string GetLabelCore() => "label";

    private static void SetLabelCore(string value) => s_found = value.Length;

    private static async Task WaitAsync(bool isPending)
    {
        if (isPending)
        {
            await Task.Yield();
        }
    }

    /// <summary>A result that tells when it is turned into text.</summary>
    internal sealed class Noisy
    {
        public override string ToString() => $"read {++Read}";
    }
}
