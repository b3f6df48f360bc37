using System.Text;

namespace LlmAspects.Shared;

internal static class CoreMethodConvention
{
    public static string CoreNameOf(string methodName)
        => methodName.EndsWith("Async", StringComparison.Ordinal) && methodName.Length > 5
            ? methodName.Substring(0, methodName.Length - 5) + "CoreAsync"
            : methodName + "Core";

    public static string OperationNameOf(string methodName)
        => SnakeCase(methodName.EndsWith("Async", StringComparison.Ordinal) && methodName.Length > 5
            ? methodName.Substring(0, methodName.Length - 5)
            : methodName);

    public static string ComponentNameOf(string typeName) => SnakeCase(typeName);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
