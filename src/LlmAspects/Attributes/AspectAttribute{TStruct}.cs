namespace LlmAspects;

/// <summary>Runs the hooks of a struct around the method: any of <c>OnEnter</c>, <c>OnSuccess</c>, <c>OnError</c> and <c>OnExit</c>. A hook that does not exist costs nothing.</summary>
/// <remarks>
/// Each call makes one <c>new TStruct()</c>, whose fields are the state of that call; of a stream, each enumeration makes one, at the first pull.
/// A hook is an accessible method, static or not, that returns <see langword="void"/> or <see cref="ValueTask"/>. Its parameters are bound when the project is compiled:
/// an <see cref="AspectCall"/>; an argument of the method by its name; <c>instance</c>, the object of the method; in <c>OnSuccess</c> <c>result</c>; in <c>OnError</c> the <see cref="Exception"/>.
/// What a hook throws leaves the call. <c>OnEnter</c> that throws refuses the call: neither the method nor another hook of its struct runs.
/// After that <c>OnExit</c> runs in any case, and <c>OnError</c> for every exception, that of <c>OnSuccess</c> included; the exception then goes on unless <c>OnError</c> throws another one.
/// </remarks>
/// <typeparam name="TStruct">The struct that holds the hooks.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AspectAttribute<TStruct> : Attribute
    where TStruct : struct
{
    /// <summary>
    /// The place among the aspects of the method: lower is further outside, and equal ones are nested as they are written. The default is 0.
    /// Error context and trace always stand outside, the retry inside of all of them.
    /// </summary>
    public int Order { get; set; }
}
