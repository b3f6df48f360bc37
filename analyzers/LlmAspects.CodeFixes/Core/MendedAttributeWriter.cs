using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Lets a Core have those of the attributes of both parts that its declaration has, and its own.</summary>
internal static class MendedAttributeWriter
{
    public static void Write(DifferingCore core, SourceText text, DocumentEdits edits)
    {
        IReadOnlyList<AttributeData> onMethod = AccessorAttributes.OfMethod(core.Definition), onResult = AccessorAttributes.OfResult(core.Definition);
        var lists = core.Syntax.AttributeLists;
        AttributeListWriter.Keep(lists, attribute => IsKept(attribute, IsOfResult(attribute) ? onResult : onMethod, core), edits);
        var header = core.Syntax.Modifiers.Count > 0 ? core.Syntax.Modifiers[0] : core.Syntax.ReturnType.GetFirstToken();
        var separator = SourceLayout.SeparatorBefore(text, core.Syntax.GetFirstToken());
        var added = MissingOf(onMethod, lists.Where(static list => list.Target is null), "", core)
            .Concat(MissingOf(onResult, lists.Where(static list => list.Target is not null), "return: ", core));
        foreach (var list in added)
        {
            edits.Insert(header.SpanStart, list + separator);
        }

        WriteTypeParameters(core, edits);
    }

    /// <summary>The lists of a parameter: its own, without what the declaration lacks, and what it lacks itself.</summary>
    public static IEnumerable<string> ListsOf(IReadOnlyList<AttributeData> expected, SyntaxList<AttributeListSyntax> written, DifferingCore core) =>
        AttributeListWriter.Copy(written, attribute => IsKept(attribute, expected, core)).Concat(MissingOf(expected, written, "", core));

    private static void WriteTypeParameters(DifferingCore core, DocumentEdits edits)
    {
        if (core.Definition.Arity != core.Symbol.Arity)
        {
            return;
        }

        for (var i = 0; i < core.Definition.Arity; i++)
        {
            var (expected, written) = (core.Definition.TypeParameters[i].GetAttributes(), core.Syntax.TypeParameterList!.Parameters[i]);
            AttributeListWriter.Keep(written.AttributeLists, attribute => IsKept(attribute, expected, core), edits);
            foreach (var list in MissingOf(expected, written.AttributeLists, "", core))
            {
                edits.Insert(written.Identifier.SpanStart, list + " ");
            }
        }
    }

    private static IEnumerable<string> MissingOf(IReadOnlyList<AttributeData> expected, IEnumerable<AttributeListSyntax> written, string target, DifferingCore core)
    {
        var present = written.SelectMany(static list => list.Attributes).Select(attribute => TypeOf(attribute, core)).ToList();
        return BothPartsAttributes.In(expected, core.Symbols)
            .Where(attribute => !present.Exists(type => AspectSymbols.IsSame(type, attribute.AttributeClass)))
            .Select(attribute => $"[{target}{BothPartsAttributes.TextOf(attribute)}]");
    }

    private static bool IsKept(AttributeSyntax attribute, IReadOnlyList<AttributeData> expected, DifferingCore core) =>
        TypeOf(attribute, core) is not { } type
        || !BothPartsAttributes.IsOne(type, core.Symbols)
        || expected.Any(other => AspectSymbols.IsSame(other.AttributeClass, type));

    private static bool IsOfResult(AttributeSyntax attribute) => attribute.Parent is AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.ReturnKeyword };

    private static INamedTypeSymbol? TypeOf(AttributeSyntax attribute, DifferingCore core) => core.Model.GetSymbolInfo(attribute).Symbol?.ContainingType;
}
