using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2004: A tag must not record what looks like a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagRecordsSecretAnalyzer() : TagAnalyzer(Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A tag must not record what looks like a secret",
        messageFormat: "The tag '{0}' records '{1}', which looks like a secret: mark it with [Redact], or remove the tag",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Spans and error records leave the process; a key or a password among their tags leaks.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override string? FindCause(ResolvedTag tag, AspectSymbols symbols) =>
        tag.Value is { Members: { Count: > 0 } members } value
        && members[members.Count - 1] is var captured
        && TagSecretRules.LooksSecret(captured.Name)
        && !TagValueRules.IsBounded(value.Type)
        && !AspectSymbols.IsSame(value.Type, symbols.CancellationToken)
        && TagRedactionRules.FindMark(value, tag.Method, symbols) is null
            ? captured.Name : null;
}
