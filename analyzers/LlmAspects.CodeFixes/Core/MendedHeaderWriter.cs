using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Writes the header of a Core anew where it differs from the declaration; all else stays as it is written.</summary>
internal static class MendedHeaderWriter
{
    private static readonly SymbolDisplayFormat NameOfType = CoreSignature.Format.WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    public static string Write(DifferingCore core)
    {
        var (text, edits) = (core.Syntax.SyntaxTree.GetText(), new DocumentEdits());
        MendedAttributeWriter.Write(core, text, edits);
        WriteModifiers(core, edits);
        if (core.Symbol.RefKind != core.Expected.RefKind || !SignatureTypes.AreSame(core.Expected.ReturnType, core.Symbol.ReturnType))
        {
            edits.Replace(core.Syntax.ReturnType.Span, ReferenceOf(core.Expected) + core.Show(core.Expected.ReturnType, NameOfType));
        }

        WriteTypeParameters(core, edits);
        MendedParameterWriter.Write(core, edits);
        return edits.ApplyTo(text, core.Header);
    }

    private static string ReferenceOf(IMethodSymbol method) => method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "";

    private static void WriteModifiers(DifferingCore core, DocumentEdits edits)
    {
        var modifiers = core.Syntax.Modifiers;
        SyntaxKind[] expected =
        [
            SyntaxKind.PrivateKeyword,
            .. Of(core.Definition.IsStatic, SyntaxKind.StaticKeyword),
            .. Of(core.Definition.IsReadOnly && !core.Definition.ContainingType.IsReadOnly, SyntaxKind.ReadOnlyKeyword),
            .. Of(IsUnsafe(core), SyntaxKind.UnsafeKeyword),
            .. Of(modifiers.Any(SyntaxKind.AsyncKeyword), SyntaxKind.AsyncKeyword),
        ];
        var actual = modifiers.Select(static modifier => modifier.Kind()).ToList();
        if (actual.Count != expected.Length || actual.Except(expected).Any())
        {
            var start = modifiers.Count > 0 ? modifiers[0].SpanStart : core.Syntax.ReturnType.SpanStart;
            edits.Replace(TextSpan.FromBounds(start, core.Syntax.ReturnType.SpanStart), string.Concat(expected.Select(static kind => SyntaxFacts.GetText(kind) + " ")));
        }
    }

    private static SyntaxKind[] Of(bool condition, SyntaxKind modifier) => condition ? [modifier] : [];

    // The word is there, or is missing; a type may say it for all of its members.
    private static bool IsUnsafe(DifferingCore core) =>
        CoreSignatureRules.IsUnsafe(core.Definition, CancellationToken.None)
        && (core.Syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword) || !CoreSignatureRules.IsUnsafe(core.Symbol, CancellationToken.None));

    private static void WriteTypeParameters(DifferingCore core, DocumentEdits edits)
    {
        var (expected, actual) = (core.Definition.TypeParameters, core.Symbol.TypeParameters);
        if (expected.Length != actual.Length)
        {
            var list = expected.IsEmpty ? "" : $"<{string.Join(", ", expected.Select(static parameter => parameter.Name))}>";
            edits.Replace(TextSpan.FromBounds(core.Syntax.Identifier.Span.End, core.Syntax.ParameterList.SpanStart), list);
        }

        if (expected.Length != actual.Length || expected.Where((parameter, index) => !SignatureTypes.HaveSameConstraints(parameter, actual[index])).Any())
        {
            var end = core.Syntax.ParameterList.Span.End;
            edits.Replace(TextSpan.FromBounds(end, ConversionTarget.EndOfSignature(core.Syntax)), CoreHeaderWriter.ConstraintsOf(core.Definition, core.Model, end - 1));
        }
    }
}
