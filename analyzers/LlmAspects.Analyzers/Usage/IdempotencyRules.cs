using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Usage;

/// <summary>What the declaration of a method says of calling it twice.</summary>
internal static class IdempotencyRules
{
    // Verbs after which a second call leaves more behind than the first; "Set", "Put", "Delete" and "Update" do not.
    private static readonly ImmutableHashSet<string> Verbs =
    [
        "accrue", "add", "append", "book", "buy", "charge", "create", "credit", "debit", "decrement", "deposit", "email", "enqueue", "increment", "insert", "issue", "mail",
        "notify", "order", "pay", "post", "publish", "push", "refund", "register", "remit", "send", "spend", "submit", "transfer", "withdraw",
    ];

    /// <summary>Why a second call may do the work a second time, as the middle of a sentence; null when the declaration says nothing of it.</summary>
    public static string? FindDoubt(IMethodSymbol method, AspectSymbols symbols)
    {
        if (symbols.NonIdempotentRequests.FirstOrDefault(request => AspectSymbols.HasAttribute(method, request)) is { } request)
        {
            return $"[{AspectSymbols.ShortNameOf(request)}] requests are not idempotent";
        }

        var verb = CoreMethodConvention.OperationNameOf(method).Split('_')[0];
        return Verbs.Contains(verb) ? $"its name says '{verb}'" : null;
    }
}
