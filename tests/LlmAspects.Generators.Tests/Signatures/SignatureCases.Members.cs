namespace LlmAspects.Generators.Tests.Signatures;

public static partial class SignatureCases
{
    private static SignatureCase[] Members =>
    [
        new("static", """
            @aspects public static partial int Count();
            private static int CountCore() => 1;
            """),
        new("virtual", """
            @aspects protected internal virtual partial int Count();
            private int CountCore() => 1;
            """),
        new("private", """
            @aspects private partial int Count();
            private int CountCore() => 1;
            """),
        new("override with constraints",
            """
            @aspects public override partial T? Map<T>(T? value) where T : default;
            private T? MapCore<T>(T? value) => value;
            @aspects public sealed override partial T? Pick<T>(T? value) where T : class;
            private T? PickCore<T>(T? value) where T : class => value;
            """,
            "public abstract class Origin\n{{\npublic abstract T? Map<T>(T? value);\npublic abstract T? Pick<T>(T? value) where T : class;\n}}\npublic partial class Sample : Origin\n{{\n{0}\n}}"),
        new("new",
            """
            @aspects public new partial int Count();
            private int CountCore() => 1;
            """,
            "public class Origin\n{{\npublic int Count() => 0;\n}}\npublic partial class Sample : Origin\n{{\n{0}\n}}"),
        new("names of object's members", """
            @aspects public override partial string? ToString();
            private string? ToStringCore() => null;
            @aspects public partial bool Equals(Sample other);
            private bool EqualsCore(Sample other) => true;
            """),
        new("a method named like the holder", """
            @aspects public partial int OperationsOf_Sample();
            private int OperationsOf_SampleCore() => 1;
            """),
        new("extension method",
            """
            @aspects public static partial int Length(this string text, int extra);
            private static int LengthCore(this string text, int extra) => text.Length + extra;
            """,
            "public static partial class Sample\n{{\n{0}\n}}"),
        new("code without nullable annotations", """
            #nullable disable
            @aspects public partial Dictionary<string, T> Load<T>(string path, ref List<string> names) where T : class;
            private Dictionary<string, T> LoadCore<T>(string path, ref List<string> names) where T : class => null;
            @aspects public partial Task<string> ReadAsync(string path);
            private Task<string> ReadCoreAsync(string path) => null;
            #nullable restore
            """),
        new("obsolete method", """
            [Obsolete("Use Count.")] public sealed class Old { }
            @aspects [Obsolete("Use Count.")] public partial Old Convert(Old old);
            [Obsolete("Use Count.")] private Old ConvertCore(Old old) => old;
            """),
        new("interface implementation",
            """
            @aspects public virtual partial void Dispose();
            private void DisposeCore() { }
            """,
            "public partial class Sample : IDisposable\n{{\n{0}\n}}"),
        new("attributes on the result", """
            @aspects [return: NotNullIfNotNull(nameof(text))] public partial string? Echo(string? text);
            [return: NotNullIfNotNull(nameof(text))] private string? EchoCore(string? text) => text;
            """),
    ];

    private static SignatureCase[] ContainingTypes =>
    [
        Counted("struct", "public partial struct Sample"),
        Counted("record", "public partial record Sample(int Number)"),
        Counted("record struct", "public readonly partial record struct Sample(int Number)"),
        Counted("ref struct", "public ref partial struct Sample"),
        Counted("readonly ref struct", "public readonly ref partial struct Sample"),
        Counted("sealed class with a base", "internal sealed partial class Sample : List<int>"),
        Counted("keyword as type name", "public partial class @class"),
        Counted("unsafe type", "public unsafe partial class Sample", "int* pointer"),
        new("readonly member of a struct",
            """
            @aspects public readonly partial int Count();
            private readonly int CountCore() => 1;
            """,
            "public partial struct Sample\n{{\n{0}\n}}"),
        new("reference to a member of a struct",
            """
            private int _number;
            @aspects [UnscopedRef] public partial ref int Number();
            [UnscopedRef] private ref int NumberCore() => ref _number;
            """,
            "public partial struct Sample\n{{\n{0}\n}}"),
        new("deeply nested",
            """
            @aspects public partial int Count();
            private int CountCore() => 1;
            """,
            "public static partial class A\n{{\npublic partial record B\n{{\nprivate protected partial struct C\n{{\n{0}\n}}\n}}\n}}"),
    ];

    private static SignatureCase Counted(string name, string header, string parameters = "")
        => new(
            name,
            $$"""
            @aspects public partial int Total({{parameters}});
            private int TotalCore({{parameters}}) => 1;
            """,
            header + "\n{{\n{0}\n}}");
}
