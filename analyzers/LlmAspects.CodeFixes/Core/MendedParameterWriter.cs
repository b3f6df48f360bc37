using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Gives the parameters of a Core the types and modifiers of the declaration, and leaves their names.</summary>
internal static class MendedParameterWriter
{
    public static void Write(DifferingCore core, DocumentEdits edits)
    {
        var (written, expected) = (core.Syntax.ParameterList.Parameters, core.Expected.Parameters);
        var partners = expected.Select(parameter => PartnerOf(parameter, core)).ToList();
        var texts = expected.Select((parameter, index) => TextOf(parameter, partners[index], core));
        if (partners.SequenceEqual(written))
        {
            foreach (var (text, index) in texts.Select(static (text, index) => (text, index)).Where(pair => pair.text != written[pair.index].ToString()))
            {
                edits.Replace(written[index].Span, text);
            }
        }
        else
        {
            var list = core.Syntax.ParameterList;
            edits.Replace(TextSpan.FromBounds(list.OpenParenToken.Span.End, list.CloseParenToken.SpanStart), string.Join(", ", texts));
        }
    }

    // By the name if each parameter of Core has one of that name, or if the numbers differ; otherwise only the types differ.
    private static ParameterSyntax? PartnerOf(IParameterSymbol parameter, DifferingCore core)
    {
        var (written, expected) = (core.Syntax.ParameterList.Parameters, core.Expected.Parameters);
        return written.Count != expected.Length || written.All(other => expected.Any(declared => declared.Name == other.Identifier.ValueText))
            ? written.FirstOrDefault(other => other.Identifier.ValueText == parameter.Name)
            : written[parameter.Ordinal];
    }

    private static string TextOf(IParameterSymbol expected, ParameterSyntax? written, DifferingCore core)
    {
        var attributes = string.Concat(MendedAttributeWriter.ListsOf(AccessorAttributes.OfParameter(expected), written?.AttributeLists ?? default, core).Select(static list => list + " "));
        if (written is null)
        {
            return attributes + core.Show(expected, CoreSignature.Format);
        }

        var actual = core.Symbol.Parameters[core.Syntax.ParameterList.Parameters.IndexOf(written)];
        var isSame = expected.RefKind == actual.RefKind
            && SignatureTypes.AreSame(expected.Type, actual.Type)
            && expected.ScopedKind == ScopedKind.None == (actual.ScopedKind == ScopedKind.None);
        var start = isSame ? StartWithoutAttributes(written) : written.Identifier.Span.End;
        var rest = written.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start, written.Span.End));
        return attributes + (isSame ? "" : ShowAs(written.Identifier.Text, expected, core)) + rest;
    }

    private static string ShowAs(string name, IParameterSymbol expected, DifferingCore core) =>
        string.Concat(expected.ToMinimalDisplayParts(core.Model, core.Syntax.SpanStart, CoreSignature.Format).Select(part => part.Kind == SymbolDisplayPartKind.ParameterName ? name : part.ToString()));

    private static int StartWithoutAttributes(ParameterSyntax parameter) => parameter.Modifiers.Count > 0 ? parameter.Modifiers[0].SpanStart : parameter.Type!.SpanStart;
}
