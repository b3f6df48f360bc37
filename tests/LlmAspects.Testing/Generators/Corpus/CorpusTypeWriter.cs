using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Writes the files of one type; there is more than one when a method is called like the Core of another.</summary>
internal static class CorpusTypeWriter
{
    public static IEnumerable<string> Write(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods)
        => PartsOf(methods).Select((part, index) => Write(type, part, index));

    private static List<List<IMethodSymbol>> PartsOf(IReadOnlyList<IMethodSymbol> methods)
    {
        var parts = new List<List<IMethodSymbol>>();
        foreach (var method in methods)
        {
            var part = parts.Find(part => !part.Exists(other => Collide(method, other) || Collide(other, method)));
            if (part is null)
            {
                parts.Add(part = []);
            }

            part.Add(method);
        }

        return parts;
    }

    private static bool Collide(IMethodSymbol method, IMethodSymbol other) => CorpusMethodWriter.CoreNameOf(method.Name) == other.Name;

    private static string Write(INamedTypeSymbol type, List<IMethodSymbol> methods, int part)
    {
        // A pointer to a T that may be managed is theirs to explain; the generated files have no such excuse.
        var text = new StringBuilder("#pragma warning disable CS8500\nnamespace Corpus.").Append(NamespaceOf(type)).Append(";\n");
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Push(current);
        }

        foreach (var current in chain)
        {
            text.Append(HeaderOf(current, type, part)).Append("\n{\n");
        }

        foreach (var method in methods)
        {
            CorpusMethodWriter.Write(text, method);
        }

        return text.Append('}', chain.Count).Append('\n').ToString();
    }

    // Flat, so that no namespace of ours hides one of theirs.
    private static string NamespaceOf(INamedTypeSymbol type)
        => "In_" + type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace('.', '_').Replace("<global namespace>", "Global", StringComparison.Ordinal).Replace("@", "", StringComparison.Ordinal);

    // Attributes of type parameters stand on one part only: on that of the type itself, not where it is opened for a nested one.
    private static string HeaderOf(INamedTypeSymbol type, INamedTypeSymbol innermost, int part)
    {
        var isInnermost = ReferenceEquals(type, innermost);
        var suffix = isInnermost && part > 0 ? "_" + part : "";
        var parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => (isInnermost ? CorpusAttributes.TextOf(parameter) : "") + Escape(parameter.Name)))}>";
        return $"public {KeywordsOf(type)} {Escape(type.Name + suffix)}{parameters}{CorpusConstraints.TextOf(type.TypeParameters)}";
    }

    // An interface becomes a class: its members are re-declared with a body.
    private static string KeywordsOf(INamedTypeSymbol type) => type.TypeKind == TypeKind.Struct
        ? (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : "") + "partial struct"
        : (type.IsStatic ? "static " : type.IsSealed ? "sealed " : "") + "partial class";

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
