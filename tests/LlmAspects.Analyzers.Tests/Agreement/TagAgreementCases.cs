namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>Every path on a method of every shape, containers and aspects in turn.</summary>
public static class TagAgreementCases
{
    /// <summary>The name of the tag that every case has.</summary>
    public const string Tag = "probe";

    private static readonly string[] Containers =
    [
        "public partial class C { public int Number => 1; @members }",
        "public static partial class C { public static int Number => 1; @members }",
        "public partial struct C { public int Number; @members }",
        "public ref partial struct C { public int Number => 1; @members }",
        "public partial record C<TItem>(TItem Number) where TItem : class? { @members }",
    ];

    private static readonly string[] ReturnTypes =
    [
        "void", "int", "string?", "string", "dynamic", "(int Length, string? B)", "ref string", "ReadOnlySpan<char>", "Span<int>", "T", "T?", "int*", "int*[]", "delegate*<int, void>",
        "Task", "Task<string?>", "Task<T>?", "Task<int*[]>", "ValueTask", "ValueTask<string>", "IAsyncEnumerable<string>", "IAsyncEnumerable<T>?",
        "IEnumerable", "IEnumerable<string?>?", "IEnumerable<dynamic>", "IEnumerator", "IEnumerator<T>", "IAsyncEnumerator<string>", "IAsyncEnumerator<T?>", "List<string>",
    ];

    private static readonly string[] Paths =
    [
        "{text}", "{text.Length}", "{text.length}", "{text.Chars}", "{text.Trim}", "{text.Length.Missing}", "{when.Year}", "{when.Value.Year}", "{nothing.Length}", "{item}", "{item.Length}",
        "{span}", "{span.Length}", "{numbers}", "{numbers.Length}", "{pointer}", "{output}", "{input.Length}", "{this}", "{this.Number}", "{this.Missing}",
        "{result}", "{result.Length}", "{result.Count}", "{last}", "{last.Length}", "{last.Length.Missing}", "{result}{last}", "result", "{}", "",
    ];

    private static readonly string[] Aspects = ["ErrorContext", "TracePerformance", "ErrorContext, TracePerformance", "RetryWithBackoff", "RetryWithBackoff, TracePerformance", "NoAspects(\"none\")"];

    private const string Parameters = "string text, DateTime? when, string? nothing, T item, in string input";

    private const int Rounds = 2;

    /// <summary>All cases.</summary>
    public static IReadOnlyList<AgreementCase> All { get; } =
    [
        .. Enumerable.Range(0, Rounds).SelectMany(_ => ReturnTypes, (round, type) => (round, type))
            .SelectMany(_ => Paths, (turn, path) => (turn.round, turn.type, path))
            .Select((member, number) => CaseOf(Containers[(number + member.round) % Containers.Length], member.type, member.path, Aspects[(number + member.round) % Aspects.Length])),
    ];

    private static AgreementCase CaseOf(string container, string type, string path, string aspects) => new(container, MemberOf(container, type, path), aspects);

    private static string MemberOf(string container, string type, string path)
    {
        var modifiers = container.Contains("static partial", StringComparison.Ordinal) ? "static unsafe" : "unsafe";
        var parameters = Parameters + path switch
        {
            "{span}" or "{span.Length}" => ", ReadOnlySpan<char> span",
            "{numbers}" or "{numbers.Length}" => ", Span<int> numbers",
            "{pointer}" => ", int* pointer",
            "{output}" => ", out int output",
            _ => "",
        };
        return $"""@aspects [Tag("{Tag}", "{path}")] public {modifiers} partial {type} M<T>({parameters}); private {modifiers} {type} MCore<T>({parameters}) => throw null!;""";
    }
}
