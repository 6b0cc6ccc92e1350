/*
 * The library of a form: register `WaylineForm.onLoad` on the form's OnLoad, with the execution context. It passes the
 * form to the panel, a web resource of the form named WebResource_wayline.
 */
window.WaylineForm = {
  onLoad(executionContext) {
    const formContext = executionContext.getFormContext();
    const control = formContext.getControl('WebResource_wayline');
    if (control) {
      control.getContentWindow().then((panel) => {
        const hand = () => panel.setFormContext(formContext);
        if (panel.setFormContext) hand();
        else panel.addEventListener('load', hand, { once: true });
      });
    }
  },
};
