using System.Globalization;
using System.Text;
using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Extraction;

/// <summary>Names the generated file: <c>{Type}.{hash8}.g.cs</c>, at most 80 characters, told apart by the hash even where case does not count.</summary>
internal static class HintName
{
    private const int MaxTypeLength = 64;

    public static string Of(ContainingTypeModel type)
        => $"{Readable(type.Name)}.{Hash(IdentityOf(type).ToString())}.g.cs";

    /// <summary>Tells the overloads of a type apart.</summary>
    public static string HashOf(ContainingTypeModel type, MethodSignatureModel signature)
    {
        var identity = IdentityOf(type);
        identity.Append('/').Append(signature.Name).Append('`').Append(signature.TypeParameters.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var parameter in signature.Parameters)
        {
            identity.Append('(').Append(parameter.ArgumentModifier).Append(parameter.Type);
        }

        return Hash(identity.ToString());
    }

    private static StringBuilder IdentityOf(ContainingTypeModel type)
    {
        var identity = new StringBuilder(type.Namespace);
        foreach (var header in type.Headers)
        {
            identity.Append('/').Append(header);
        }

        return identity;
    }

    // The compiler takes letters and digits in a file name, but an identifier may hold combining and formatting characters too.
    private static string Readable(string name)
    {
        var readable = new StringBuilder(MaxTypeLength);
        for (var i = 0; i < name.Length && i < MaxTypeLength; i++)
        {
            readable.Append(char.IsLetterOrDigit(name[i]) ? name[i] : '_');
        }

        return readable.ToString();
    }

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static string Hash(string identity)
    {
        var hash = 2166136261u;
        foreach (var character in identity)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
