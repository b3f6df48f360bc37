using System.Globalization;
using System.Text;
using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Extraction;

/// <summary>Names the generated file: <c>{Type}.{Method}.{hash8}.g.cs</c>, at most 80 characters, told apart by the hash even where case does not count.</summary>
internal static class HintName
{
    private const int MaxTypeLength = 32;
    private const int MaxMethodLength = 32;

    public static string Of(ContainingTypeModel type, string method, MethodSignatureModel signature)
        => $"{Readable(type.Name, MaxTypeLength)}.{Readable(method, MaxMethodLength)}.{HashOf(type, signature)}.g.cs";

    public static string HashOf(ContainingTypeModel type, MethodSignatureModel signature) => Hash(Identity(type, signature));

    private static string Identity(ContainingTypeModel type, MethodSignatureModel signature)
    {
        var identity = new StringBuilder(type.Namespace);
        foreach (var header in type.Headers)
        {
            identity.Append('/').Append(header);
        }

        identity.Append('/').Append(signature.Name).Append('`').Append(signature.TypeParameters.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var parameter in signature.Parameters)
        {
            identity.Append('(').Append(parameter.ArgumentModifier).Append(parameter.Type);
        }

        return identity.ToString();
    }

    // The compiler takes letters and digits in a file name, but an identifier may hold combining and formatting characters too.
    private static string Readable(string name, int maxLength)
    {
        var readable = new StringBuilder(maxLength);
        for (var i = 0; i < name.Length && i < maxLength; i++)
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
