using System.Text;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Writes the names of common types several times faster than the compiler displays them, and gives up on the others.</summary>
internal static class TypeNameWriter
{
    /// <summary>The fully qualified name; null for a tuple, a function pointer, an array of arrays and what else has a notation of its own.</summary>
    public static string? TryWrite(ITypeSymbol type)
    {
        var text = new StringBuilder(64);
        return TryAppend(text, type) ? text.ToString() : null;
    }

    public static string Write(INamespaceSymbol @namespace)
    {
        var text = new StringBuilder(64);
        Append(text, @namespace);
        return text.ToString();
    }

    private static bool TryAppend(StringBuilder text, ITypeSymbol type)
    {
        if (!TryAppendUnannotated(text, type))
        {
            return false;
        }

        if (type is { NullableAnnotation: NullableAnnotation.Annotated, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
        {
            text.Append('?');
        }

        return true;
    }

    private static bool TryAppendUnannotated(StringBuilder text, ITypeSymbol type)
    {
        if (KeywordTypes.Of(type.SpecialType) is { } keyword)
        {
            text.Append(keyword);
            return true;
        }

        switch (type)
        {
            case INamedTypeSymbol named:
                return TryAppendNamed(text, named);
            case ITypeParameterSymbol:
                text.Append(QualifiedNames.Escape(type.Name));
                return true;
            case IArrayTypeSymbol { IsSZArray: true, ElementType: not IArrayTypeSymbol } array:
                return TryAppend(text, array.ElementType) && Append(text, "[]");
            case IPointerTypeSymbol pointer:
                return TryAppend(text, pointer.PointedAtType) && Append(text, "*");
            default:
                return false;
        }
    }

    private static bool TryAppendNamed(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.IsTupleType || type.TypeKind == TypeKind.Error || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            return false;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return TryAppend(text, type.TypeArguments[0]) && Append(text, "?");
        }

        return TryAppendContainer(text, type) && Append(text, QualifiedNames.Escape(type.Name)) && TryAppendArguments(text, type);
    }

    private static bool TryAppendContainer(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
        {
            return TryAppendNamed(text, container) && Append(text, ".");
        }

        text.Append("global::");
        if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            Append(text, type.ContainingNamespace);
            text.Append('.');
        }

        return true;
    }

    private static bool TryAppendArguments(StringBuilder text, INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            text.Append(i == 0 ? "<" : ", ");
            if (!TryAppend(text, arguments[i]))
            {
                return false;
            }
        }

        return arguments.IsEmpty || Append(text, ">");
    }

    private static void Append(StringBuilder text, INamespaceSymbol @namespace)
    {
        if (@namespace.IsGlobalNamespace)
        {
            return;
        }

        if (!@namespace.ContainingNamespace.IsGlobalNamespace)
        {
            Append(text, @namespace.ContainingNamespace);
            text.Append('.');
        }

        text.Append(QualifiedNames.Escape(@namespace.Name));
    }

    private static bool Append(StringBuilder text, string token)
    {
        text.Append(token);
        return true;
    }
}
