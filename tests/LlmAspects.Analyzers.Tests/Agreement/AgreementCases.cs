namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>Members, valid and not, in containers, valid and not.</summary>
public static class AgreementCases
{
    private static readonly string[] Containers =
    [
        "public partial class C { @members }",
        "public class C { @members }",
        "public static partial class C { @members }",
        "public abstract partial class C { @members }",
        "internal partial struct C { @members }",
        "public readonly partial struct C { @members }",
        "public ref partial struct C { @members }",
        "public partial record C(int Number) { @members }",
        "public readonly partial record struct C { @members }",
        "public unsafe partial class C { @members }",
        "public partial class C<TContained> where TContained : class { @members }",
        "public partial class C { private partial class D { @members } }",
        "public class C { private partial class D { @members } }",
        "public partial class C { private class D { @members } }",
        "public partial interface C { @members }",
        "public partial interface C<in TIn, out TOut> { @members }",
        "public partial interface C { public partial class D { @members } }",
        "file partial class C { @members }",
        "file partial class C { internal partial class D { @members } }",
        "public static partial class C { extension(string text) { @members } }",
        "public partial class @class { @members }",
        "public partial class C { @members",
    ];

    private static readonly string[] Aspects =
    [
        "ErrorContext", "TracePerformance", "ErrorContext, TracePerformance", "RetryWithBackoff", "TracePerformance, RetryWithBackoff",
        "RetryWithBackoff(MaxAttempts = 1)", "ErrorContext, RetryWithBackoff(Handle = [typeof(System.IO.IOException)], TimeProvider = \"_clock\")",
        "Aspect<Watching>", "Aspect<Awaiting>", "ErrorContext, TracePerformance, Aspect<Taking>, Aspect<Watching>(Order = -1)", "RetryWithBackoff, Aspect<Awaiting>", "Aspect<Nothing>, Aspect<Unknown>",
        "ErrorContext(Expected = [typeof(FormatException)]), TracePerformance(SpanName = \"span\", Kind = System.Diagnostics.ActivityKind.Server, NewRoot = true, SlowerThanMs = 5)",
        "ErrorContext(Expected = [typeof(string), typeof(List<>)]), TracePerformance(SpanName = \"\", Kind = (System.Diagnostics.ActivityKind)7, SlowerThanMs = -5)",
    ];

    /// <summary>Every member in every container, the aspects in turn.</summary>
    public static IReadOnlyList<AgreementCase> All { get; } =
    [
        .. Containers.SelectMany(_ => AgreementMembers.All, (container, member) => (container, member))
            .Select((pair, number) => new AgreementCase(pair.container, pair.member, Aspects[number % Aspects.Length])),
    ];
}
