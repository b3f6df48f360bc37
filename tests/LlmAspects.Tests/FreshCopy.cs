using System.Reflection;
using System.Runtime.Loader;
using LlmAspects.Runtime;

namespace LlmAspects.Tests;

/// <summary>Runs code of this assembly against a second copy of the library, which reads its settings anew.</summary>
internal static class FreshCopy
{
    /// <summary>Calls a static method that returns <see cref="Task{TResult}"/> of text.</summary>
    public static string Run(Type type, string method)
    {
        var context = new Context();
        var copy = context.LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!, throwOnError: true)!;
        var result = ((Task<string>)copy.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!).GetAwaiter().GetResult();
        context.Unload();
        return result;
    }

    private sealed class Context() : AssemblyLoadContext("fresh", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(Operation).Assembly.GetName().Name ? LoadFromAssemblyPath(typeof(Operation).Assembly.Location) : null;
    }
}
