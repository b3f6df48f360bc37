using System.Text;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Writes one method: the annotated declaration and its Core.</summary>
internal static class CorpusMethodWriter
{
    private const string Async = "Async";

    public static string CoreNameOf(string name)
        => name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal) ? name[..^Async.Length] + "CoreAsync" : name + "Core";

    public static void Write(StringBuilder text, IMethodSymbol method)
    {
        var shared = CorpusAttributes.TextOf(method) + CorpusAttributes.TextOfReturn(method);
        var flags = FlagsOf(method);
        text.Append("    [global::LlmAspects.ErrorContext, global::LlmAspects.TracePerformance] ").Append(shared)
            .Append(AccessibilityOf(method)).Append(InheritanceOf(method)).Append(flags).Append("partial ");
        WriteSignature(text, method, CorpusTypeWriter.Escape(method.Name), isDeclaration: true);
        text.Append(";\n    ").Append(shared).Append("private ").Append(flags);
        WriteSignature(text, method, CoreNameOf(method.Name), isDeclaration: false);
        text.Append(" { throw null!; }\n");
    }

    private static void WriteSignature(StringBuilder text, IMethodSymbol method, string name, bool isDeclaration)
    {
        text.Append(method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "")
            .Append(method.ReturnsVoid ? "void" : CorpusTypes.TextOf(method.ReturnType)).Append(' ').Append(name);
        if (!method.TypeParameters.IsEmpty)
        {
            text.Append('<').AppendJoin(", ", method.TypeParameters.Select(static parameter => CorpusAttributes.TextOf(parameter) + CorpusTypeWriter.Escape(parameter.Name))).Append('>');
        }

        text.Append('(').AppendJoin(", ", method.Parameters.Select(parameter => CorpusParameters.TextOf(parameter, isDeclaration))).Append(')')
            .Append(CorpusConstraints.TextOf(method.TypeParameters));
    }

    // A protected member of a sealed type overrides one of its base, which is not here (CS0628).
    private static string AccessibilityOf(IMethodSymbol method)
        => method.DeclaredAccessibility == Accessibility.Public || method.ContainingType.IsSealed ? "public " : "protected ";

    private static string InheritanceOf(IMethodSymbol method)
        => CorpusObjectMembers.FindHidden(method) is { } hidden
            ? hidden.IsVirtual && method.IsOverride && (method.Name != nameof(Equals) || CorpusObjectMembers.OverridesHashCode(method.ContainingType)) ? "override " : "new "
            : !method.IsStatic && method.ContainingType is { IsSealed: false, TypeKind: TypeKind.Class } && (method.IsVirtual || method.IsAbstract || method.IsOverride) ? "virtual "
            : "";

    private static string FlagsOf(IMethodSymbol method)
        => (method.IsStatic ? "static " : "")
            + (method.IsReadOnly && !method.ContainingType.IsReadOnly && method.ContainingType.TypeKind == TypeKind.Struct ? "readonly " : "")
            + (method.Parameters.Any(static parameter => CorpusTypes.IsUnsafe(parameter.Type)) || CorpusTypes.IsUnsafe(method.ReturnType) ? "unsafe " : "");
}
