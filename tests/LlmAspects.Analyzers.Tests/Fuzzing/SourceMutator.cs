using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.Analyzers.Tests.Fuzzing;

/// <summary>Spoils a source file in one to three places, as somebody who types and pastes does.</summary>
internal sealed class SourceMutator(Random random)
{
    private static readonly string[] Intruders =
    [
        "partial", "static", "async", "ref", "out", "in", "scoped", "params", "this", "unsafe", "readonly", "override", "abstract", "extern", "required", "file", "await", "yield",
        "[Tag]", "[Tag(\"a\", \"{this.}\")]", "[Redact]", "[NoAspects(null)]", "[ErrorContext(\"\", null)]", "[RetryWithBackoff(Attempts = -1)]", "[TracePerformance(SlowerThanMs = 1, SampleEvery = 1)]",
        "[Aspect<int>]", "[LlmComponent(null)]", "null", "default", "\"\"", "\"{\"", "{", "}", "(", ")", "<T>", "*", "?", ";", "=>", "nameof()", "#if X", "\uD800",
    ];

    public SyntaxTree Mutate(SyntaxTree tree)
    {
        for (var remaining = random.Next(1, 4); remaining > 0; remaining--)
        {
            tree = tree.WithChangedText(MutateOnce(tree.GetText(), tree.GetRoot()));
        }

        return tree;
    }

    private SourceText MutateOnce(SourceText text, SyntaxNode root) => random.Next(7) switch
    {
        0 => text.WithChanges(new TextChange(TokenOf(root).Span, "")),
        1 => text.WithChanges(new TextChange(new TextSpan(TokenOf(root).SpanStart, 0), IntruderBefore())),
        2 => text.WithChanges(new TextChange(TokenOf(root).Span, TokenOf(root).Text)),
        3 => text.WithChanges(new TextChange(NodeOf<SyntaxNode>(root).Span, "")),
        4 => Replace<ExpressionSyntax>(text, root),
        5 => Replace<TypeSyntax>(text, root),
        _ => Paste(text, root),
    };

    private string IntruderBefore() => Intruders[random.Next(Intruders.Length)] + " ";

    // One node in the place of another of its kind.
    private SourceText Replace<TNode>(SourceText text, SyntaxNode root)
        where TNode : SyntaxNode =>
        text.WithChanges(new TextChange(NodeOf<TNode>(root).Span, NodeOf<TNode>(root).ToString()));

    // A member, or its attributes, a second time in front of another member.
    private SourceText Paste(SourceText text, SyntaxNode root)
    {
        SyntaxNode copied = random.Next(2) == 0 ? NodeOf<MemberDeclarationSyntax>(root) : NodeOf<AttributeListSyntax>(root);
        return text.WithChanges(new TextChange(new TextSpan(NodeOf<MemberDeclarationSyntax>(root).SpanStart, 0), copied + " "));
    }

    private SyntaxToken TokenOf(SyntaxNode root) => Pick([.. root.DescendantTokens()]);

    private SyntaxNode NodeOf<TNode>(SyntaxNode root)
        where TNode : SyntaxNode
    {
        SyntaxNode[] nodes = [.. root.DescendantNodes().Where(static node => node is TNode)];
        return nodes.Length == 0 ? root : Pick(nodes);
    }

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}
